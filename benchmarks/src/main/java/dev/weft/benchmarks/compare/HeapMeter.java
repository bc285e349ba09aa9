package dev.weft.benchmarks.compare;

import dev.weft.benchmarks.launch.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what a suspended thing holds, each in a JVM of its own that runs {@link HeapProbe}. */
final class HeapMeter {
  private HeapMeter() {}

  /**
   * Measures one subject.
   *
   * @param subject what
   * @return what one of it holds
   * @throws IOException if the JVM that measures fails; its output is in the message
   */
  static Footprint measure(Subject subject) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(subject)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    return output
        .lines()
        .filter(line -> exit == 0 && Footprint.isLine(line))
        .findFirst()
        .map(Footprint::ofLine)
        .orElseThrow(() ->
            new IOException("measuring the memory of " + subject.name() + " failed:\n" + output));
  }

  private static List<String> command(Subject subject) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Launch.jvmArguments());
    // The serial collector counts what is live to the byte, whatever the size of its regions.
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HeapProbe.class.getName(), subject.name()));
    return command;
  }
}
