package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 12: the producer of {@link Generate} whose yield stands in a {@code try} with a {@code
 * finally}, which counts, around the whole loop or in it.
 *
 * <p>Suspending unwinds by return, so no handler runs. To expect: {@link #aroundLoop} costs what
 * {@link Generate#coroutine} costs; {@link #inLoop} the counting more, as in {@link #handWritten}.
 */
public class TryFinally extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  private int count;

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    count = 0;
    long sum = checked(SUM, sum(new Counting()));
    checked(N, count);
    return sum;
  }

  /** Counts an int when the next is asked for: that is when the coroutine leaves its block. */
  private final class Counting implements Iterator<Integer> {
    private int next;

    @Override
    public boolean hasNext() {
      if (next > count) {
        count++;
      }
      return next < N;
    }

    @Override
    public Integer next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return next++;
    }
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long aroundLoop() {
    count = 0;
    long sum = checked(SUM, sum(triedAsAWhole()));
    checked(1, count);
    return sum;
  }

  @Coroutine
  private Generator<Integer, Void, Void> triedAsAWhole() {
    try {
      for (int i = 0; i < N; i++) {
        Coroutines.yield(i);
      }
    } finally {
      count++;
    }
    return Coroutines.done();
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long inLoop() {
    count = 0;
    long sum = checked(SUM, sum(triedOneByOne()));
    checked(N, count);
    return sum;
  }

  @Coroutine
  private Generator<Integer, Void, Void> triedOneByOne() {
    for (int i = 0; i < N; i++) {
      try {
        Coroutines.yield(i);
      } finally {
        count++;
      }
    }
    return Coroutines.done();
  }
}
