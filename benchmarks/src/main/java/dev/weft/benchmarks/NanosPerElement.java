package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The settings all cases share: average nanoseconds for one element, in one fork. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public abstract class NanosPerElement {
  /** Adds up what is left; small enough to be inlined into the benchmark that calls it. */
  protected static long sum(Iterator<Integer> values) {
    long sum = 0;
    while (values.hasNext()) {
      sum += values.next();
    }
    return sum;
  }

  /** The sum of 0, 1, ... n - 1. */
  protected static long sumBelow(long n) {
    return n * (n - 1) / 2;
  }

  /** Gives back a sum that is right: a benchmark that skips work must not look fast. */
  protected static long checked(long expected, long sum) {
    if (sum != expected) {
      throw new AssertionError("the sum should be " + expected + " but is " + sum);
    }
    return sum;
  }
}
