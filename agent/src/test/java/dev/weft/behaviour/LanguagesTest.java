package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs as the compilers of other languages make them; their sources are in resources. */
class LanguagesTest {
  private static final String PACKAGE = "dev.weft.behaviour.";

  @TempDir Path directory;

  private static Stream<DynamicTest> checks(String type, Map<String, byte[]> classes) {
    assertThat(classes).containsKey(PACKAGE + type);
    return Form.programs(classes.get(PACKAGE + type)).stream()
        .sorted()
        .map(program ->
            DynamicTest.dynamicTest(
                program, () -> Differential.check(PACKAGE + type, classes, program)));
  }

  @Case({"LO-14", "OS-07", "OS-09", "XC-06", "XC-07"})
  @TestFactory
  Stream<DynamicTest> kotlin() throws IOException {
    return checks("KotlinPrograms", Languages.compileKotlin("KotlinPrograms.kt", directory));
  }

  @Case("XC-08")
  @TestFactory
  Stream<DynamicTest> scala() throws IOException {
    return checks("ScalaPrograms", Languages.compileScala("ScalaPrograms.scala", directory));
  }

  /** Scalac calls what a trait defines through forwarders, and does not annotate them. */
  @Case("XC-08")
  @Test
  void a_forwarder_to_a_method_of_a_scala_trait_is_a_plain_one_and_says_so() throws IOException {
    Map<String, byte[]> classes = Languages.compileScala("ScalaForwarder.scala", directory);
    assertBroken(classes, "ScalaForwarder", "trait_method", "Guest.greet (");
  }

  /** A call site that is bound at run time names no method that weaving could look up. */
  @Case({"CA-17", "XC-08"})
  @Test
  void a_dynamic_call_of_groovy_is_a_plain_one_and_says_so() throws IOException {
    Map<String, byte[]> classes = Languages.compileGroovy("DynamicGroovy.groovy");
    assertBroken(classes, "DynamicGroovy", "dynamic_call", "DynamicGroovy.dynamic_call (");
  }

  private static void assertBroken(
      Map<String, byte[]> classes, String type, String program, String frame) {
    Runs runs = new Runs(Form.SUBROUTINE.load(classes), PACKAGE + type, program);
    assertThat(runs.driven("never", 0, "")).contains("*steps 1");
    assertThat(runs.driven("always", 0, "").get(2))
        .startsWith("*threw java.lang.IllegalStateException: a yield in " + PACKAGE + "Trace.after")
        .contains("cannot suspend its generator", frame);
  }

  @Case("XC-08")
  @TestFactory
  Stream<DynamicTest> groovy() throws IOException {
    return checks("GroovyPrograms", Languages.compileGroovy("GroovyPrograms.groovy"));
  }
}
