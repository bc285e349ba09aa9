package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Errors;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Yields that cannot work say where and why and what to do; nothing hangs and nothing runs twice.
 *
 * <p>Each line of the program's output has the name of a case, the message, how often code ran that
 * counts itself, and the state of the generator.
 */
class ErrorsIT {
  private static final Path SOURCE =
      Path.of("src", "test", "java").resolve(Errors.class.getName().replace('.', '/') + ".java");

  private static List<String> lines;
  private static ForkedJvm.Result woven;
  private static Map<String, String[]> errors;

  @BeforeAll
  static void run() throws IOException {
    lines = Files.readAllLines(SOURCE);
    woven = ForkedJvm.woven().run(Errors.class);
    errors = parse(woven);
  }

  private static Map<String, String[]> parse(ForkedJvm.Result result) {
    assertThat(result.exit()).as(result.err()).isZero();
    return result
        .out()
        .lines()
        .map(line -> line.split("\\|"))
        .collect(Collectors.toMap(fields -> fields[0], fields -> fields));
  }

  /** The place that the source marks with a comment, or where else that text stands. */
  private static String place(String marker) {
    int line =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(marker))
            .findFirst()
            .orElseThrow();
    return "(Errors.java:" + (line + 1) + ")";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          synchronized block  | .inSynchronizedBlock | // in a block | a yield in a synchronized block
          synchronized method | .locked   | // in a synchronized method | a yield in a synchronized method
          constructor         | $Yielding.<init>  | // in a constructor | a yield in a constructor
          class initialiser   | $YieldingInitialiser.<clinit> | // in an initialiser | a yield in a static initialiser
          plain method        | .plain | // in a plain method | a yield in a method that is no coroutine
          """)
  void a_yield_that_weaving_sees_is_refused(
      String name, String method, String marker, String reason) {
    String refusal =
        "Weft cannot weave "
            + Errors.class.getName()
            + method
            + " "
            + place(marker)
            + ": "
            + reason;
    assertThat(errors.get(name)[1]).startsWith(refusal + "; ");
    assertThat(woven.err()).contains("[weft] " + errors.get(name)[1]);
  }

  @Case("CA-14")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          library call        | .lambda$underLibraryCall$0 | forEach(i -> leaf()) | replace library calls
          call in synchronized | .callInSynchronized | // call with a lock | yield outside of it
          call in constructor | $Calling.<init> | leaf(); // from a constructor | a constructor cannot be suspended
          call in class initialiser | $CallingInitialiser.<clinit> | leaf(); // from an initialiser | a static initialiser cannot be suspended
          call in plain method | .forgotten | leaf(); // from a plain method | annotate those that are yours @Coroutine
          """)
  void a_yield_that_is_reached_through_other_frames_names_them(
      String name, String method, String marker, String cure) {
    String leaf = Errors.class.getName() + ".leaf " + place("// the yield");
    assertThat(errors.get(name)[1])
        .startsWith("a yield in " + leaf + " cannot suspend its generator: ")
        .contains(Errors.class.getName() + method + " " + place(marker))
        .contains(cure);
  }

  @Test
  void a_lock_that_is_held_is_named_as_the_reason() {
    assertThat(errors.get("call in synchronized")[1]).contains("holds a monitor (synchronized)");
  }

  @Test
  void a_coroutine_that_plain_code_calls_has_nothing_to_suspend() {
    assertThat(errors.get("plain code")[1])
        .startsWith("a yield in " + Errors.class.getName() + ".leaf " + place("// the yield"))
        .contains("has no generator to suspend", "was called by plain code")
        .contains(".fromPlainCode " + place("leaf(); // from plain code"));
  }

  @Case("CA-14")
  @Test
  void what_ran_ran_once_and_the_generator_is_closed() {
    Map<String, String> expected =
        Map.ofEntries(
            Map.entry("library call", "2"),
            Map.entry("synchronized block", "0"),
            Map.entry("synchronized method", "1"),
            Map.entry("call in synchronized", "2"),
            Map.entry("constructor", "1"),
            Map.entry("call in constructor", "3"),
            Map.entry("class initialiser", "1"),
            Map.entry("call in class initialiser", "3"),
            Map.entry("plain method", "1"),
            Map.entry("call in plain method", "3"),
            Map.entry("plain code", "2"));
    assertThat(errors.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, runs) -> assertThat(errors.get(name)).as(name).endsWith(runs, "CLOSED"));
  }

  @Test
  void without_the_agent_every_yield_names_its_method_and_the_cure() {
    parse(ForkedJvm.plain().run(Errors.class))
        .forEach((name, fields) ->
            assertThat(fields[1])
                .as(name)
                .startsWith("Coroutines.yield was called in " + Errors.class.getName())
                .contains(
                    "(Errors.java:",
                    ", which has not been woven. Start the JVM with -javaagent:weft-agent.jar, call"
                        + " dev.weft.agent.Weft.install() before the class is loaded, or weave at"
                        + " build time; and annotate the method @Coroutine."));
  }
}
