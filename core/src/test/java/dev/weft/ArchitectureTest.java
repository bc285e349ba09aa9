package dev.weft;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may know what in the library. */
class ArchitectureTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weft");

  @Test
  void the_api_does_not_know_the_runtime() {
    noClasses()
        .that()
        .resideInAPackage("dev.weft")
        .and(areAsCompiled())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.weft.runtime..")
        .check(LIBRARY);
  }

  /** Weaving lets those that have coroutines know the runtime. */
  private static DescribedPredicate<JavaClass> areAsCompiled() {
    return DescribedPredicate.describe(
        "are as compiled",
        type ->
            type.getFields().stream().noneMatch(field -> field.getName().equals("$weft$version"))
                && !type.getName().contains("$$Weft$"));
  }

  @Test
  void the_library_depends_on_nothing_but_the_jdks_base() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.weft.tracking")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.weft..", "java..", "org.jspecify.annotations..")
        .check(LIBRARY);
  }

  @Test
  void only_tracking_knows_modules_that_may_be_missing() {
    classes()
        .that()
        .resideInAPackage("dev.weft.tracking")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.weft..", "java..", "javax.management..", "jdk.jfr..", "org.jspecify.annotations..")
        .check(LIBRARY);
  }

  @Test
  void nothing_but_woven_code_knows_tracking() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.weft.tracking")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.weft.tracking")
        .check(LIBRARY);
  }

  @Test
  void every_package_says_what_it_is_and_where_null_may_be() {
    for (JavaClass type : LIBRARY) {
      JavaPackage declared = type.getPackage();
      assertThat(declared.isAnnotatedWith(NullMarked.class)).as(declared.getName()).isTrue();
    }
  }
}
