package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.continuation.ContinuationIterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Case 3: a subroutine calls itself down to a depth, and the innermost yields 10,000 values.
 *
 * <p>To expect: the depth does not matter, for a resume enters the innermost frame directly. The
 * floor, an iterator written by hand, knows no depth.
 */
public class Deep extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  /** How many subroutines stand between the generator and the yield. */
  @State(Scope.Benchmark)
  public static class Depth {
    @Param({"1", "10", "100"})
    public int depth;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    return checked(SUM, sum(new Range(N)));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine(Depth depth) {
    Generator<Integer, Void, Integer> values = values(depth.depth);
    long sum = checked(SUM, sum(values));
    checked(depth.depth, values.result());
    return sum;
  }

  @Coroutine
  private static Generator<Integer, Void, Integer> values(int depth) {
    return Coroutines.done(descend(depth));
  }

  /** Adds one on the way back, so that no activation is a tail call that could be left out. */
  @Coroutine
  private static int descend(int depth) {
    if (depth > 1) {
      return descend(depth - 1) + 1;
    }
    for (int i = 0; i < N; i++) {
      Coroutines.yield(i);
    }
    return 1;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long continuation(Depth depth) {
    return checked(SUM, sum(new ContinuationIterator(out -> descend(out, depth.depth))));
  }

  private static int descend(ContinuationIterator out, int depth) {
    if (depth > 1) {
      return descend(out, depth - 1) + 1;
    }
    for (int i = 0; i < N; i++) {
      out.give(i);
    }
    return 1;
  }
}
