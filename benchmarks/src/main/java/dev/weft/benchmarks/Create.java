package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 7: producers of three ints, each made and run to its end. One element is one producer.
 *
 * <p>To expect: where the compiler sees its whole life, a generator costs no allocation, as {@link
 * #handWritten} costs none. Where it gets away ({@link #coroutineKept}), it costs the allocation of
 * one object, as {@link #handWrittenKept} does.
 */
public class Create extends NanosPerElement {
  private static final int N = 10_000;
  private static final int LENGTH = 3;
  private static final long SUM = N * sumBelow(LENGTH);

  /** Not final, so that no compiler knows how often the loops go round. */
  private int length = LENGTH;

  /** A place for producers to get away to; not private, or it would count as unused. */
  @Nullable Iterator<Integer> kept;

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += sum(new Range(length));
    }
    return checked(SUM, sum);
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += sum(range(length));
    }
    return checked(SUM, sum);
  }

  @Coroutine
  private static Generator<Integer, Void, Void> range(int limit) {
    for (int i = 0; i < limit; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long lambda() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += sum(lambdaRange(length));
    }
    return checked(SUM, sum);
  }

  private static Generator<Integer, Void, @Nullable Void> lambdaRange(int limit) {
    return Generator.each(out -> {
      for (int i = 0; i < limit; i++) {
        out.yield(i);
      }
    });
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWrittenKept() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      Iterator<Integer> range = new Range(length);
      kept = range;
      sum += sum(range);
    }
    return checked(SUM, sum);
  }

  @Benchmark
  @Floor("handWrittenKept")
  @OperationsPerInvocation(N)
  public long coroutineKept() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      Iterator<Integer> range = range(length);
      kept = range;
      sum += sum(range);
    }
    return checked(SUM, sum);
  }
}
