package dev.weft.benchmarks.scale;

import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.timing.CpuTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Times points with JMH, each in a JVM of its own, by {@link CpuTime}. */
final class GrowthTimer {
  /** Long enough to go round all of ten million generators. */
  private static final TimeValue ITERATION = TimeValue.milliseconds(700);

  private static final int WARMUPS = 4;
  private static final int MEASUREMENTS = 5;

  /** Room for ten million generators, and one collector for all sizes of heap. */
  private static final List<String> HEAP = List.of("-Xmx4g", "-XX:+UseG1GC");

  private GrowthTimer() {}

  /** Nanoseconds per switch. */
  static double nanos(Growth growth, int size) throws RunnerException {
    List<String> jvmArguments = new ArrayList<>(Launch.jvmArguments());
    jvmArguments.addAll(HEAP);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(growth.benchmark()) + "$")
            .param(growth.parameter(), String.valueOf(size))
            .jvmArgsAppend(jvmArguments.toArray(String[]::new))
            .warmupIterations(WARMUPS)
            .warmupTime(ITERATION)
            .measurementIterations(MEASUREMENTS)
            .measurementTime(ITERATION)
            .forks(1)
            .addProfiler(CpuTime.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    growth.fixed().forEach(options::param);
    return CpuTime.nanos(new Runner(options.build()).runSingle());
  }
}
