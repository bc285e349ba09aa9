package dev.weft.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.ClassDirectory;
import dev.weft.agent.ForkedJvm;
import dev.weft.programs.Errors;
import dev.weft.programs.Tour;
import dev.weft.programs.Yielders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code java -jar weft-agent.jar check}: what fails when it runs is found without running it. */
class CheckIT {
  private static final String CHECKED = "dev/weft/programs/Errors.java:";

  @TempDir private static Path directory;

  private static List<String> source;
  private static ForkedJvm.Result errors;

  private static ForkedJvm.Result check(Path classes) {
    return ForkedJvm.commandLine(
        "check", classes.toString(), "--class-path", ForkedJvm.jar("weft.core.jar").toString());
  }

  @BeforeAll
  static void checkErrors() throws IOException {
    String name = Errors.class.getName().replace('.', '/') + ".java";
    source = Files.readAllLines(Path.of("src", "test", "java").resolve(name));
    errors = check(ClassDirectory.of(directory.resolve("errors"), Errors.class).path());
  }

  private static String place(String marker) {
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).contains(marker)) {
        return CHECKED + (i + 1) + ": ";
      }
    }
    throw new IllegalArgumentException(marker);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          // in a block | a yield in a synchronized block | yield outside of it
          // in a synchronized method | a yield in a synchronized method | yield outside of it
          // in a constructor | a yield in a constructor | yield before or after it
          // in an initialiser | a yield in a static initialiser | yield in a method
          // in a plain method | a yield in a method that is no coroutine | annotate the method @Coroutine
          // call with a lock | a call of the coroutine dev.weft.programs.Errors.leaf while a monitor is held | call it outside of it
          leaf(); // from a constructor | a call of the coroutine dev.weft.programs.Errors.leaf in a constructor | call it in a method
          leaf(); // from an initialiser | a call of the coroutine dev.weft.programs.Errors.leaf in a static initialiser | call it in a method
          leaf(); // from a plain method | in a method that is no coroutine, though dev.weft.programs.Errors.callInPlainMethod reaches it | annotate dev.weft.programs.Errors.forgotten @Coroutine
          forEach(i -> leaf()) | in a lambda that is no coroutine, though dev.weft.programs.Errors.underLibraryCall reaches it | use a loop
          """)
  void a_chain_that_breaks_is_told_with_its_line_and_a_cure(
      String marker, String reason, String cure) {
    List<String> lines = errors.out().lines().toList();
    String place = place(marker);
    assertThat(lines).anyMatch(line -> line.startsWith(place) && line.contains(reason));
    int at =
        lines.indexOf(
            lines.stream().filter(line -> line.startsWith(place)).findFirst().orElseThrow());
    assertThat(lines.get(at + 1)).startsWith("    cure: ").contains(cure);
  }

  @Test
  void nothing_else_is_found_and_it_exits_with_1() {
    assertThat(errors.exit()).isEqualTo(1);
    assertThat(errors.out().lines()).endsWith("10 found").hasSize(21);
    assertThat(errors.err()).isEmpty();
  }

  @Test
  void where_nothing_is_wrong_it_says_so_and_exits_with_0() {
    ClassDirectory classes = ClassDirectory.of(directory.resolve("tour"), Tour.class);
    assertThat(check(classes.path()).output().strip()).isEqualTo("nothing found");
  }

  @Test
  void a_yielder_in_a_plain_lambda_is_found() {
    ClassDirectory classes = ClassDirectory.of(directory.resolve("yielders"), Yielders.class);
    ForkedJvm.Result result = check(classes.path());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .contains("a use of a Yielder in a method that is no coroutine", "1 found");
  }

  @Test
  void what_is_woven_already_is_not_checked_and_that_is_said() {
    ClassDirectory classes = ClassDirectory.of(directory.resolve("woven"), Tour.class);
    String core = ForkedJvm.jar("weft.core.jar").toString();
    ForkedJvm.commandLine("weave", classes.path().toString(), "-cp", core).output();
    ForkedJvm.Result result = check(classes.path());
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("woven already, so not checked: dev.weft.programs.Tour");
  }
}
