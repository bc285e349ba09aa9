package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.continuation.ContinuationEcho;
import dev.weft.benchmarks.threads.Link;
import dev.weft.benchmarks.threads.Partner;
import dev.weft.benchmarks.threads.ThreadKind;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Case 2: an int goes in and comes back, 10,000 times. One element is one value there and one back.
 *
 * <p>The floor is {@link #handWritten}, a method call that returns its argument. The threads do the
 * same work: every answer depends on its question, so neither side can run ahead.
 */
public class SendReceive extends NanosPerElement {
  private static final int N = 10_000;
  private static final int PLATFORM_N = 1_000;
  private static final long SUM = sumBelow(N);

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += same(i);
    }
    return checked(SUM, sum);
  }

  private static Integer same(Integer value) {
    return value;
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    Generator<Integer, Integer, Void> echo = echo();
    echo.next();
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += echo.send(i);
    }
    return checked(SUM, sum);
  }

  /** What a switch costs where the compiler sees only one side of it at a time. */
  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutineNotInlined() {
    Generator<Integer, Integer, Void> echo = echo();
    echo.next();
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += sendNotInlined(echo, i);
    }
    return checked(SUM, sum);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static Integer sendNotInlined(Generator<Integer, Integer, Void> echo, Integer value) {
    return echo.send(value);
  }

  @Coroutine
  private static Generator<Integer, Integer, Void> echo() {
    int heard = 0;
    while (true) {
      heard = Coroutines.<Integer>yield(heard);
    }
  }

  /** The same by the typed {@code Yielder}. */
  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long lambda() {
    Generator<Integer, Integer, @Nullable Void> echo =
        Generator.each(out -> {
          int heard = 0;
          while (true) {
            heard = out.yield(heard);
          }
        });
    echo.next();
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += echo.send(i);
    }
    return checked(SUM, sum);
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long continuation() {
    ContinuationEcho echo = new ContinuationEcho();
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += echo.send(i);
    }
    return checked(SUM, sum);
  }

  @Benchmark
  @OperationsPerInvocation(PLATFORM_N)
  public long platformThreads(PlatformEcho echo) throws Exception {
    return checked(sumBelow(PLATFORM_N), echo.drive(link -> sumOfAnswers(link, PLATFORM_N)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long virtualThreads(VirtualEcho echo) throws Exception {
    return checked(SUM, echo.drive(link -> sumOfAnswers(link, N)));
  }

  private static long sumOfAnswers(Link link, int n) throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += link.send(i);
    }
    return sum;
  }

  /** A platform thread that answers with what it hears. */
  @State(Scope.Benchmark)
  public static class PlatformEcho extends Partner {
    public PlatformEcho() {
      super(ThreadKind.PLATFORM, SendReceive::answer);
    }
  }

  /** A virtual thread that answers with what it hears. */
  @State(Scope.Benchmark)
  public static class VirtualEcho extends Partner {
    public VirtualEcho() {
      super(ThreadKind.VIRTUAL, SendReceive::answer);
    }
  }

  private static void answer(Link link) throws InterruptedException {
    while (true) {
      link.reply(link.receive());
    }
  }
}
