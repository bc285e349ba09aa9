package dev.weft.agent.rewrite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may know what in the agent: agent, then rewrite, then the stages, then the model. */
class ArchitectureTest {
  private static final String REWRITE = "dev.weft.agent.rewrite";
  private static final String MODEL = REWRITE + ".model";
  private static final String[] LIBRARIES = {
    "java..", "org.objectweb.asm..", "org.jspecify.annotations.."
  };

  private static final JavaClasses AGENT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weft.agent");

  @Test
  void the_model_knows_nothing_but_itself() {
    classes()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .onlyDependOnClassesThat(in(MODEL))
        .check(AGENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"find", "analyse", "split", "emit"})
  void a_stage_knows_the_model_and_no_other_stage(String stage) {
    String own = REWRITE + "." + stage;
    classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(in(own, MODEL))
        .check(AGENT);
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages)
        .or(JavaClass.Predicates.resideInAnyPackage(LIBRARIES));
  }

  @Test
  void the_pipeline_does_not_know_who_runs_it() {
    classes()
        .that()
        .resideInAPackage(REWRITE)
        .should()
        .onlyDependOnClassesThat(in(REWRITE + ".."))
        .check(AGENT);
  }

  @Test
  void the_library_is_known_by_names_only() {
    DescribedPredicate<JavaClass> library =
        JavaClass.Predicates.resideInAPackage("dev.weft..")
            .and(JavaClass.Predicates.resideOutsideOfPackage("dev.weft.agent.."))
            .as("the library's own");
    noClasses().should().dependOnClassesThat(library).check(AGENT);
  }

  @Test
  void there_are_no_cycles() {
    slices().matching("dev.weft.(**)").should().beFreeOfCycles().check(AGENT);
  }

  @Test
  void every_package_says_what_it_is_and_where_null_may_be() {
    for (JavaClass type : AGENT) {
      assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
          .as(type.getPackageName())
          .isTrue();
    }
  }
}
