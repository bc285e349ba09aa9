package dev.weft.benchmarks.timing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * A profiler of JMH that tells how much processor time the benchmark's threads have spent on one
 * element, in the iteration that took least. The collector's threads do not count.
 */
public final class CpuTime implements InternalProfiler {
  private static final String LABEL = "cpu";

  /** A part of the names that JMH gives to the threads that run a benchmark. */
  private static final String WORKER = "-jmh-worker-";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long before;

  /** Made by JMH. */
  public CpuTime() {}

  /**
   * What was measured.
   *
   * @param result of a run with this profiler
   * @return nanoseconds per element
   */
  public static double nanos(RunResult result) {
    for (Result<?> secondary : result.getSecondaryResults().values()) {
      if (secondary.getLabel().endsWith(LABEL)) {
        return secondary.getScore();
      }
    }
    throw new IllegalStateException("the processor time was not measured");
  }

  @Override
  public String getDescription() {
    return "Processor time of the benchmark's threads";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = spent();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double nanos = (double) (spent() - before) / result.getMetadata().getAllOps();
    return List.of(new ScalarResult(LABEL, nanos, "ns/op", AggregationPolicy.MIN));
  }

  /** By all of them that live, in nanoseconds; JMH keeps them from one iteration to the next. */
  private long spent() {
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().contains(WORKER)) {
        nanos += threads.getThreadCpuTime(id);
      }
    }
    return nanos;
  }
}
