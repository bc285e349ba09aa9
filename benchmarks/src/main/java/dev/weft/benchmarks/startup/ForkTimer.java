package dev.weft.benchmarks.startup;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Times a JVM from its start to its end. */
final class ForkTimer {
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<String> command;
  private final String expected;

  /**
   * Prepares a run.
   *
   * @param arguments of the JVM
   * @param expected the one line that it is to print
   */
  ForkTimer(List<String> arguments, String expected) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    this.command = Stream.concat(Stream.of(java.toString()), arguments.stream()).toList();
    this.expected = expected;
  }

  /** Runs each as often, in turns, so that all see the same disturbances; gives ms. */
  static List<double[]> time(List<ForkTimer> timers, int repetitions)
      throws IOException, InterruptedException {
    List<double[]> times = new ArrayList<>();
    for (ForkTimer timer : timers) {
      timer.run(); // warms the file system up
      times.add(new double[repetitions]);
    }
    for (int i = 0; i < repetitions; i++) {
      for (int t = 0; t < timers.size(); t++) {
        times.get(t)[i] = timers.get(t).run();
      }
    }
    return times;
  }

  private double run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(jvm.getInputStream().readAllBytes(), Charset.defaultCharset());
    int exit = jvm.waitFor();
    long end = System.nanoTime();
    if (exit != 0 || !output.strip().equals(expected)) {
      throw new IllegalStateException(
          String.join(" ", command) + "\nended with " + exit + " and printed: " + output);
    }
    return (end - start) / NANOS_PER_MILLI;
  }
}
