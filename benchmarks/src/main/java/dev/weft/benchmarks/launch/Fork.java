package dev.weft.benchmarks.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main of these benchmarks in a JVM of its own, with the agent. */
public final class Fork {
  private Fork() {}

  /**
   * Runs it to its end.
   *
   * @param jvmArguments what the JVM gets besides {@link Launch#jvmArguments}
   * @param main the class whose main is run, on this JVM's class path
   * @param arguments of the main
   * @return what it printed
   * @throws IOException if it does not exit with 0; what it printed is in the message
   */
  public static String run(List<String> jvmArguments, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Launch.jvmArguments());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(
          String.join(" ", main.getSimpleName(), String.join(" ", arguments))
              + (" failed with " + exit + ":\n" + output));
    }
    return output;
  }
}
