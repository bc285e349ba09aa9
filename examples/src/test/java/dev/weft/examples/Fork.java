package dev.weft.examples;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A main class run to its end in a JVM of its own, of the same version and class path as this one.
 *
 * @param exitCode the exit code
 * @param out what it printed to stdout, with plain newlines
 * @param err what it printed to stderr
 */
public record Fork(int exitCode, String out, String err) {
  private static final int TIMEOUT_SECONDS = 60;

  /**
   * Runs a main class.
   *
   * @param main the class
   * @param jvmOptions options of the JVM
   * @return how it ended
   */
  public static Fork run(Class<?> main, String... jvmOptions)
      throws IOException, InterruptedException {
    // Files instead of pipes: a pipe that nobody reads would block the fork.
    Path out = Files.createTempFile("fork", ".out");
    Path err = Files.createTempFile("fork", ".err");
    try {
      Process process =
          new ProcessBuilder(command(main, jvmOptions))
              .redirectOutput(Redirect.to(out.toFile()))
              .redirectError(Redirect.to(err.toFile()))
              .start();
      boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      Fork fork = new Fork(process.exitValue(), read(out), read(err));
      if (!ended) {
        throw new AssertionError("no end after " + TIMEOUT_SECONDS + " seconds\n" + fork);
      }
      return fork;
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  @Override
  public String toString() {
    return "exit code " + exitCode + "\n-- stdout\n" + out + "-- stderr\n" + err;
  }

  private static List<String> command(Class<?> main, String... jvmOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace(System.lineSeparator(), "\n");
  }
}
