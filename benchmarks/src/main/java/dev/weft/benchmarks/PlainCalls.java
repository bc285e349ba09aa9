package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 6: a recursive subroutine that could yield and does not. One element is one call.
 *
 * <p>To expect: a coroutine that does not suspend costs what a plain call costs, {@link #plain}.
 */
public class PlainCalls extends NanosPerElement {
  private static final int FIBONACCI = 20;
  private static final long RESULT = 6_765;
  private static final int CALLS = 21_891;

  /** Never true, but no compiler can know. */
  private boolean yielding;

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long plain() {
    return checked(RESULT, fibonacci(FIBONACCI, yielding));
  }

  private static int fibonacci(int n, boolean failing) {
    if (failing) {
      throw new IllegalStateException();
    }
    return n < 2 ? n : fibonacci(n - 1, failing) + fibonacci(n - 2, failing);
  }

  @Benchmark
  @Floor("plain")
  @OperationsPerInvocation(CALLS)
  public long coroutine() {
    return checked(RESULT, fibonacciIn(yielding).next());
  }

  @Coroutine
  private static Generator<Integer, Void, Void> fibonacciIn(boolean yielding) {
    Coroutines.yield(coroutineFibonacci(FIBONACCI, yielding));
    return Coroutines.done();
  }

  @Coroutine
  private static int coroutineFibonacci(int n, boolean yielding) {
    if (yielding) {
      Coroutines.yield(n);
    }
    return n < 2 ? n : coroutineFibonacci(n - 1, yielding) + coroutineFibonacci(n - 2, yielding);
  }
}
