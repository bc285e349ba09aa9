package dev.weft.benchmarks;

import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.launch.OwnPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * JMH's command line with what these benchmarks need: every fork gets the agent, and what this JDK
 * lacks is left out. All of JMH's options work as usual.
 */
public final class Main {
  /** What only prints something: JMH's own main does it. */
  private static final Set<String> INFORMATIVE = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).stream().anyMatch(INFORMATIVE::contains)) {
      org.openjdk.jmh.Main.main(arguments);
      return;
    }
    try {
      run(new CommandLineOptions(arguments));
    } catch (CommandLineOptionException | OwnPlace.MissingAgentException | RunnerException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(CommandLineOptions commandLine) throws RunnerException {
    Launch.omission().ifPresent(System.out::println);
    new Runner(complete(commandLine)).run();
  }

  /** Adds to the user's options; a benchmark that fails, by a wrong sum say, ends the run. */
  private static Options complete(CommandLineOptions commandLine) {
    List<String> jvmArguments = new ArrayList<>(Launch.jvmArguments());
    jvmArguments.addAll(Launch.touchedHeap());
    Collection<String> ofUser = commandLine.getJvmArgsAppend().orElse(List.of());
    jvmArguments.addAll(ofUser);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(commandLine);
    options.jvmArgsAppend(jvmArguments.toArray(String[]::new));
    options.shouldFailOnError(commandLine.shouldFailOnError().orElse(true));
    commandLine.getExcludes().forEach(options::exclude);
    Launch.excluded().ifPresent(options::exclude);
    return options.build();
  }
}
