package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.continuation.ContinuationIterator;
import dev.weft.benchmarks.threads.Link;
import dev.weft.benchmarks.threads.Partner;
import dev.weft.benchmarks.threads.ThreadKind;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Case 1: a producer gives 10,000 ints to a for-each.
 *
 * <p>The floors are {@link #loop}, which has no producer at all, and {@link #handWritten}. To
 * expect: a coroutine method within twice the iterator written by hand, with nothing allocated per
 * element ({@code -prof gc}).
 */
public class Generate extends NanosPerElement {
  private static final int N = 10_000;
  private static final int PLATFORM_N = 1_000;
  private static final long SUM = sumBelow(N);

  @Benchmark
  @OperationsPerInvocation(N)
  public long loop() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += i;
    }
    return checked(SUM, sum);
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    return checked(SUM, sum(new Range(N)));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    long sum = 0;
    for (int i : range(N)) {
      sum += i;
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
  public long coroutineUnboxed() {
    long sum = 0;
    for (PrimitiveIterator.OfInt i = unboxedRange(N); i.hasNext(); ) {
      sum += i.nextInt();
    }
    return checked(SUM, sum);
  }

  @Coroutine
  private static PrimitiveIterator.OfInt unboxedRange(int limit) {
    for (int i = 0; i < limit; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long lambda() {
    Generator<Integer, Void, @Nullable Void> range =
        Generator.each(out -> {
          for (int i = 0; i < N; i++) {
            out.yield(i);
          }
        });
    long sum = 0;
    for (int i : range) {
      sum += i;
    }
    return checked(SUM, sum);
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWrittenAsParameter() {
    return checked(SUM, sumOfParameter(new Range(N)));
  }

  @Benchmark
  @Floor("handWrittenAsParameter")
  @OperationsPerInvocation(N)
  public long coroutineAsParameter() {
    return checked(SUM, sumOfParameter(range(N)));
  }

  /** Compiled on its own, as the consumer of a library is: it meets the generator as a stranger. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static long sumOfParameter(Iterator<Integer> values) {
    return sum(values);
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long continuation() {
    return checked(SUM, sum(new ContinuationIterator(Generate::giveRange)));
  }

  private static void giveRange(ContinuationIterator out) {
    for (int i = 0; i < N; i++) {
      out.give(i);
    }
  }

  @Benchmark
  @OperationsPerInvocation(PLATFORM_N)
  public long platformThreads(PlatformProducer producer) throws Exception {
    return checked(sumBelow(PLATFORM_N), producer.drive(link -> sumOf(link, PLATFORM_N)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long virtualThreads(VirtualProducer producer) throws Exception {
    return checked(SUM, producer.drive(link -> sumOf(link, N)));
  }

  private static long sumOf(Link link, int n) throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += link.next();
    }
    return sum;
  }

  /** A platform thread that gives 0, 1, ... over and over. */
  @State(Scope.Benchmark)
  public static class PlatformProducer extends Partner {
    public PlatformProducer() {
      super(ThreadKind.PLATFORM, link -> produce(link, PLATFORM_N));
    }
  }

  /** A virtual thread that gives 0, 1, ... over and over. */
  @State(Scope.Benchmark)
  public static class VirtualProducer extends Partner {
    public VirtualProducer() {
      super(ThreadKind.VIRTUAL, link -> produce(link, N));
    }
  }

  private static void produce(Link link, int limit) throws InterruptedException {
    while (true) {
      for (int i = 0; i < limit; i++) {
        link.give(i);
      }
    }
  }
}
