package dev.weft.benchmarks.compare;

import dev.weft.benchmarks.launch.Launch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Times contestants with JMH: shorter than the benchmarks' own settings, each in its own JVM. */
final class SwitchTimer {
  private static final TimeValue WARMUP = TimeValue.milliseconds(500);
  private static final int WARMUPS = 4;
  private static final TimeValue MEASUREMENT = TimeValue.milliseconds(400);
  private static final int MEASUREMENTS = 5;

  /**
   * The same for all: a heap of one size, touched beforehand, so that no page fault is measured.
   */
  private static final List<String> HEAP =
      List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC");

  private SwitchTimer() {}

  /**
   * Times one contestant.
   *
   * @param contestant whom
   * @param processors how many the JVM is to see
   * @return nanoseconds per switch
   * @throws RunnerException if the benchmark fails, by a wrong sum say
   */
  static Timing time(Contestant contestant, int processors) throws RunnerException {
    List<String> jvmArguments = new ArrayList<>(Launch.jvmArguments());
    jvmArguments.add("-XX:ActiveProcessorCount=" + processors);
    jvmArguments.addAll(HEAP);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(contestant.benchmark()) + "$")
            .jvmArgsAppend(jvmArguments.toArray(String[]::new))
            .warmupIterations(WARMUPS)
            .warmupTime(WARMUP)
            .measurementIterations(MEASUREMENTS)
            .measurementTime(MEASUREMENT)
            .forks(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    contestant.parameters().forEach(options::param);
    Collection<RunResult> results = new Runner(options.build()).run();
    Statistics iterations = results.iterator().next().getPrimaryResult().getStatistics();
    return new Timing(iterations.getPercentile(50), iterations.getMin(), iterations.getMax());
  }
}
