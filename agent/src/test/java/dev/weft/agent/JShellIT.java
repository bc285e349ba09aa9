package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coroutines written in the JDK's shell, whose class loader defines each snippet as it is read. */
class JShellIT {
  private static final Path CORE = ForkedJvm.jar("weft.core.jar");
  private static final String[] OUTPUT = {"10 110 SUSPENDED", "1", "5", "6", "5", "7"};

  @TempDir private Path directory;

  private static Path script() throws URISyntaxException {
    return Path.of(JShellIT.class.getResource("/jshell/conversation.jsh").toURI());
  }

  /** Runs the shell with the user's preferences out of its reach. */
  private ForkedJvm.Result shell(String... options) {
    List<String> all = new ArrayList<>(List.of("-s", "-J-Djava.util.prefs.userRoot=" + directory));
    all.addAll(List.of(options));
    Optional<ForkedJvm.Result> result = ForkedJvm.jdkTool("jshell", all.toArray(String[]::new));
    assumeTrue(result.isPresent(), "this Java has no jshell");
    return result.orElseThrow();
  }

  @Test
  void snippets_are_woven_once_the_agent_is_installed() throws IOException, URISyntaxException {
    Path installing = directory.resolve("install.jsh");
    Files.writeString(installing, "dev.weft.agent.Weft.install()\n");
    String classPath = ForkedJvm.path(List.of(CORE, ForkedJvm.agentJar()));
    ForkedJvm.Result result =
        shell("--class-path", classPath, installing.toString(), script().toString());
    assertThat(result.out().lines()).containsExactly(OUTPUT);
    assertThat(result.err()).doesNotContain("[weft]");
  }

  @Test
  void snippets_are_woven_by_an_agent_that_the_shell_starts_with() throws URISyntaxException {
    ForkedJvm.Result result =
        shell(
            "--class-path",
            CORE.toString(),
            "-R-javaagent:" + ForkedJvm.agentJar(),
            script().toString());
    assertThat(result.out().lines()).containsExactly(OUTPUT);
  }
}
