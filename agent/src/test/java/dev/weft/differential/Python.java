package dev.weft.differential;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs programs in the Python that is on the PATH. */
final class Python {
  private static final String COMMAND = "python3";

  private Python() {}

  /** Whether there is one. */
  static boolean isThere() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, COMMAND)));
  }

  /** Which one it is. */
  static String version() {
    return output(
            "import platform\nprint(platform.python_implementation(), platform.python_version())")
        .strip();
  }

  /** Runs every script of the trials, in order; each log in lines. */
  static List<List<String>> logs(List<Trial> trials) {
    StringBuilder text = new StringBuilder(world());
    for (Trial trial : trials) {
      text.append(trial.twin().python());
      text.append("run(").append(trial.twin().root()).append(", [");
      trial.scripts().forEach(script -> text.append(literal(script)).append(", "));
      text.append("])\n");
    }
    List<List<String>> logs = new ArrayList<>();
    List<String> log = new ArrayList<>();
    for (String line : output(text.toString()).lines().toList()) {
      if (line.equals("===")) {
        logs.add(log);
        log = new ArrayList<>();
      } else {
        log.add(line);
      }
    }
    return logs;
  }

  private static String literal(List<String> script) {
    return script.isEmpty() ? "[]" : "['" + String.join("', '", script) + "']";
  }

  private static String world() {
    try (InputStream in = Python.class.getResourceAsStream("/differential/world.py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String output(String program) {
    try {
      Process process =
          new ProcessBuilder(COMMAND, "-W", "ignore", "-").redirectErrorStream(true).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(program.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Python failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
