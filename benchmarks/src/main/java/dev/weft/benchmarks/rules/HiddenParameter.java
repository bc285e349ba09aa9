package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Rule: the running coroutine is a hidden parameter of every coroutine method. Without it, it is in
 * a {@link ThreadLocal}, set at every resume and read at every yield.
 */
public class HiddenParameter extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);
  private static final ThreadLocal<@Nullable Counter> RUNNING = new ThreadLocal<>();

  private abstract static class Counter extends Machine {
    int i;

    static boolean yieldIn(Counter coroutine) {
      coroutine.value = coroutine.i;
      return coroutine.i++ < N;
    }
  }

  private static final class Passed extends Counter {
    @Override
    boolean advance() {
      return yieldIn(this);
    }
  }

  private static final class LookedUp extends Counter {
    @Override
    boolean advance() {
      Counter outer = RUNNING.get();
      RUNNING.set(this);
      boolean yielded = yieldOfRunning();
      RUNNING.set(outer);
      return yielded;
    }

    private static boolean yieldOfRunning() {
      Counter running = RUNNING.get();
      if (running == null) {
        throw new IllegalStateException("no coroutine is running");
      }
      return yieldIn(running);
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule() {
    return checked(SUM, sum(new Passed()));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule() {
    return checked(SUM, sum(new LookedUp()));
  }
}
