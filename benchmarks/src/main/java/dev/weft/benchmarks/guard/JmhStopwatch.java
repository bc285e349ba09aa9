package dev.weft.benchmarks.guard;

import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.timing.CpuTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures with JMH, briefly, by {@link CpuTime}. */
final class JmhStopwatch implements Stopwatch {
  private static final TimeValue ITERATION = TimeValue.milliseconds(300);
  private static final int WARMUPS = 4;
  private static final int MEASUREMENTS = 5;

  @Override
  public Scores measure(Collection<GuardedCase> cases) throws RunnerException {
    SortedMap<String, Double> nanos = new TreeMap<>();
    for (RunResult result : new Runner(options(cases)).run()) {
      nanos.put(key(result.getParams()), CpuTime.nanos(result));
    }
    return new Scores(nanos);
  }

  private static Options options(Collection<GuardedCase> cases) {
    String names =
        cases.stream()
            .flatMap(guarded -> Stream.of(guarded.benchmark(), guarded.floor()))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "^(", ")$"));
    return new OptionsBuilder()
        .include(names)
        .jvmArgsPrepend(Launch.touchedHeap().toArray(String[]::new))
        .jvmArgsAppend(Launch.jvmArguments().toArray(String[]::new))
        .warmupIterations(WARMUPS)
        .warmupTime(ITERATION)
        .measurementIterations(MEASUREMENTS)
        .measurementTime(ITERATION)
        .forks(1)
        .addProfiler(CpuTime.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static String key(BenchmarkParams params) {
    Map<String, String> parameters = new HashMap<>();
    params.getParamsKeys().forEach(name -> parameters.put(name, params.getParam(name)));
    return Scores.key(params.getBenchmark(), parameters);
  }
}
