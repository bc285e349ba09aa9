package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.continuation.ContinuationIterator;
import java.util.Iterator;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 5: a loop that looks at 100,000 ints and yields about one in 64. One element is one int
 * looked at.
 *
 * <p>What is measured is mostly the loop between two yields: whether the compiler still optimises a
 * loop that can be left and entered again in the middle. The floors are {@link #loop} and {@link
 * #handWritten}.
 */
public class Filter extends NanosPerElement {
  static final int N = 100_000;
  private static final int TABLE_MASK = 1023;
  private static final int[] TABLE = new Random(1).ints(TABLE_MASK + 1, 0, 1 << 20).toArray();
  static final long SUM = sumOfPassing();

  static boolean passes(int i) {
    return (TABLE[i & TABLE_MASK] + i & 63) == 0;
  }

  private static long sumOfPassing() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      if (passes(i)) {
        sum += i;
      }
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long loop() {
    return checked(SUM, sumOfPassing());
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    return checked(SUM, sum(new Passing()));
  }

  /** The filter one would write by hand: always one element ahead. */
  private static final class Passing implements Iterator<Integer> {
    private int next;

    Passing() {
      advance(0);
    }

    @Override
    public boolean hasNext() {
      return next < N;
    }

    @Override
    public Integer next() {
      int value = next;
      advance(value + 1);
      return value;
    }

    private void advance(int from) {
      int i = from;
      while (i < N && !passes(i)) {
        i++;
      }
      next = i;
    }
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    return checked(SUM, sum(passing()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> passing() {
    for (int i = 0; i < N; i++) {
      if (passes(i)) {
        Coroutines.yield(i);
      }
    }
    return Coroutines.done();
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long continuation() {
    return checked(SUM, sum(new ContinuationIterator(Filter::givePassing)));
  }

  private static void givePassing(ContinuationIterator out) {
    for (int i = 0; i < N; i++) {
      if (passes(i)) {
        out.give(i);
      }
    }
  }
}
