package dev.weft.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.ForkedJvm;
import dev.weft.programs.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java -jar weft-agent.jar}: help, and usage that is wrong. */
class MainIT {
  @Test
  void help_names_the_commands_and_the_exit_codes() {
    assertThat(ForkedJvm.commandLine("--help").output())
        .contains("weave", "check", "explain", "Exit codes:", "something cannot be woven");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weave", "check", "explain"})
  void every_command_has_help_of_its_own(String command) {
    assertThat(ForkedJvm.commandLine(command, "--help").output())
        .contains("Usage: weft " + command, "--class-path", "Exit codes:");
  }

  @Test
  void version_is_that_of_the_jar() {
    assertThat(ForkedJvm.commandLine("--version").output()).matches("Weft \\d+\\.\\S+\\R");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Missing command",
    "knit, Unmatched argument at index 0: 'knit'",
    "weave, Missing required parameter: 'CLASSES'",
    "check --loud ., Unknown option: '--loud'",
    "weave --locals=all ., Invalid value for option '--locals'",
    "explain, Missing required parameter: 'CLASS[.METHOD]'"
  })
  void wrong_usage_is_named_and_exits_with_2(String arguments, String message) {
    ForkedJvm.Result result =
        ForkedJvm.commandLine(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains(message, "Usage: weft");
  }

  @Test
  void an_agent_loads_nothing_of_it_and_nothing_of_byte_buddy() {
    String loaded = ForkedJvm.woven().with("-verbose:class").run(Plain.class).out();
    assertThat(loaded)
        .contains("dev.weft.agent.CoroutineAgent")
        .doesNotContain("dev.weft.agent.cli")
        .doesNotContain("dev.weft.agent.build")
        .doesNotContain("dev.weft.agent.Build")
        .doesNotContain("picocli")
        .doesNotContain("bytebuddy");
  }
}
