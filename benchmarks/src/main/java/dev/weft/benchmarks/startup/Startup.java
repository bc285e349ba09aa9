package dev.weft.benchmarks.startup;

import dev.weft.benchmarks.launch.OwnPlace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.Analyzer;

/**
 * Main of the measurement: starts an application of 500 classes without an agent and with several,
 * many times in turns, and prints how long it takes. The argument is how many times; 20 if there is
 * none.
 */
public final class Startup {
  private static final int DEFAULT_REPETITIONS = 20;
  private static final double MICROS_PER_MILLI = 1000;

  /** What is started. */
  private enum Program {
    WITHOUT_LIBRARY("500 classes, Weft's library not on the class path"),
    WITH_LIBRARY("500 classes, the library on the class path"),
    WITH_COROUTINE("500 classes, and one that is woven and driven");

    final String label;

    Program(String label) {
      this.label = label;
    }

    String main() {
      return this == WITH_COROUTINE ? SampleSources.MAIN_WITH_COROUTINE : SampleSources.MAIN;
    }
  }

  /** What it is started with. */
  private enum Agent {
    NONE,
    EMPTY,
    IDLE,
    ASM,
    WEFT
  }

  private final Path library;
  private final Path application;
  private final Path emptyAgent;
  private final Path idleAgent;
  private final Path asmAgent;

  private Startup(Path directory) throws IOException {
    library = Jars.library(directory.resolve("library.jar"));
    application = new SampleApplication(directory, library).jar();
    emptyAgent = Jars.agent(EmptyAgent.class, List.of(), directory.resolve("empty-agent.jar"));
    idleAgent = Jars.agent(IdleAgent.class, List.of(), directory.resolve("idle-agent.jar"));
    asmAgent =
        Jars.agent(
            AsmAgent.class,
            List.of(ClassReader.class, ClassNode.class, Analyzer.class),
            directory.resolve("asm-agent.jar"));
  }

  public static void main(String[] arguments) throws Exception {
    int repetitions = arguments.length == 0 ? DEFAULT_REPETITIONS : Integer.parseInt(arguments[0]);
    Path directory = Files.createTempDirectory("weft-startup");
    try {
      new Startup(directory).measure(repetitions);
    } finally {
      delete(directory);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private void measure(int repetitions) throws IOException, InterruptedException {
    System.out.printf(
        "JDK %s, medians of %d starts, in ms%n%n%-51s%9s%9s%9s%9s%9s%14s%10s%n",
        Runtime.version(),
        repetitions,
        "",
        "no agent",
        "empty",
        "idle",
        "ASM",
        "Weft",
        "Weft - empty",
        "us/class");
    for (Program program : Program.values()) {
      List<ForkTimer> timers =
          Arrays.stream(Agent.values())
              .map(agent -> new ForkTimer(arguments(program, agent), output(program, agent)))
              .toList();
      print(program, ForkTimer.time(timers, repetitions));
    }
  }

  private List<String> arguments(Program program, Agent agent) {
    List<String> arguments = new ArrayList<>();
    switch (agent) {
      case NONE -> {}
      case EMPTY -> arguments.add("-javaagent:" + emptyAgent);
      case IDLE -> arguments.add("-javaagent:" + idleAgent);
      case ASM -> arguments.add("-javaagent:" + asmAgent);
      case WEFT -> arguments.add("-javaagent:" + OwnPlace.agent());
    }
    List<Path> classPath =
        program == Program.WITHOUT_LIBRARY ? List.of(application) : List.of(application, library);
    arguments.add("-cp");
    arguments.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    arguments.add(program.main());
    if (isDriven(program, agent)) {
      arguments.add("drive");
    }
    return arguments;
  }

  /** Without Weft a coroutine cannot run. */
  private static boolean isDriven(Program program, Agent agent) {
    return program == Program.WITH_COROUTINE && agent == Agent.WEFT;
  }

  private static String output(Program program, Agent agent) {
    return isDriven(program, agent) ? "45" : "0";
  }

  private static void print(Program program, List<double[]> times) {
    System.out.printf("%-51s", program.label);
    times.forEach(all -> System.out.printf("%9.1f", median(all)));
    List<Agent> agents = List.of(Agent.values());
    double[] weft = times.get(agents.indexOf(Agent.WEFT));
    double more = median(difference(weft, times.get(agents.indexOf(Agent.EMPTY))));
    System.out.printf("%14.1f%10.1f%n", more, more * MICROS_PER_MILLI / SampleSources.CLASSES);
  }

  /** Of the runs that followed each other: what disturbed one has, mostly, disturbed the other. */
  private static double[] difference(double[] some, double[] others) {
    return IntStream.range(0, some.length).mapToDouble(i -> some[i] - others[i]).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
