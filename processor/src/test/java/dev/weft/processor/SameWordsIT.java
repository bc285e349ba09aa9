package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javac refuses is what the agent refuses, in the same words and at the same lines. */
class SameWordsIT {
  private static final Pattern REFUSAL =
      Pattern.compile("Weft cannot weave (\\S+) \\(Refused.java(?::(\\d+))?\\): (.*)");

  @TempDir private Path directory;

  @Test
  void every_refusal_of_the_processor_is_one_of_the_agent() throws Exception {
    Path source = Path.of("src", "test", "resources", "refused", "Refused.java");
    List<String> compiled =
        compile(source).stream()
            .map(finding -> finding.replaceFirst("error: Weft cannot weave ", ""))
            .toList();
    assertThat(compiled).hasSize(7).containsExactlyInAnyOrderElementsOf(woven(source));
  }

  private List<String> compile(Path source) throws IOException {
    Compilation compilation =
        Compilation.of(ToolProvider.getSystemJavaCompiler(), directory, List.of(source));
    assertThat(compilation.otherErrors()).isEmpty();
    return compilation.findings();
  }

  /** The refusals of the agent: class and method, line and reason, as the processor writes them. */
  private List<String> woven(Path source) throws Exception {
    Compilation compilation =
        Compilation.of(
            ToolProvider.getSystemJavaCompiler(), directory, List.of(source), "-proc:none");
    assertThat(compilation.messages()).isEmpty();
    List<String> lines = Files.readAllLines(source);
    return run()
        .lines()
        .map(REFUSAL::matcher)
        .filter(Matcher::find)
        .map(refusal -> line(refusal, lines) + ": " + name(refusal) + ": " + refusal.group(3))
        .toList();
  }

  /** A refusal without a line is one of the whole method, which the processor points to. */
  private static String line(Matcher refusal, List<String> source) {
    if (refusal.group(2) != null) {
      return refusal.group(2);
    }
    String declaration = refusal.group(1).replaceFirst(".*\\.", " ") + "(";
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).contains(declaration)) {
        return String.valueOf(i + 1);
      }
    }
    throw new AssertionError(declaration);
  }

  /** The name of a lambda's code has that of its method in it. */
  private static String name(Matcher refusal) {
    return refusal.group(1).replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1");
  }

  private String run() throws Exception {
    File errors = directory.resolve("errors").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + System.getProperty("weft.agent.jar"),
                "-cp",
                System.getProperty("weft.core.jar") + File.pathSeparator + directory,
                "refused.Refused")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(errors.toPath(), StandardCharsets.UTF_8);
    assertThat(ended && process.exitValue() == 0).as(printed).isTrue();
    return printed;
  }
}
