package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 11: a subroutine that does not suspend, called 10,000 times on an instance of the class that
 * declares it, and of a subclass that inherits or overrides it. One element is one call.
 *
 * <p>A class that overrides a coroutine method by a plain one is told apart by a check of the
 * receiver. To expect: the check costs nothing once the compiler knows the receiver; the floor is
 * {@link #plain}, the same without annotations.
 */
public class Receivers extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  private final Plain plain = new Plain();
  private final Base base = new Base();
  private final Base inheriting = new Inheriting();
  private final Base overriding = new Overriding();

  /** Never true, but no compiler can know. */
  private static boolean yielding;

  private static class Plain {
    private long total;

    int add(int i) {
      if (yielding) {
        throw new IllegalStateException();
      }
      total += i;
      return i;
    }
  }

  private static class Base {
    long total;

    @Coroutine
    int add(int i) {
      if (yielding) {
        Coroutines.yield(i);
      }
      total += i;
      return i;
    }
  }

  private static final class Inheriting extends Base {}

  private static final class Overriding extends Base {
    @Override
    int add(int i) {
      total += i;
      return i;
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long plain() {
    plain.total = 0;
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += plain.add(i);
    }
    return checked(SUM, sum) + checked(SUM, plain.total);
  }

  @Benchmark
  @Floor("plain")
  @OperationsPerInvocation(N)
  public long exactClass() {
    return sumOfCalls(base);
  }

  @Benchmark
  @Floor("plain")
  @OperationsPerInvocation(N)
  public long subclass() {
    return sumOfCalls(inheriting);
  }

  @Benchmark
  @Floor("plain")
  @OperationsPerInvocation(N)
  public long plainOverride() {
    return sumOfCalls(overriding);
  }

  private static long sumOfCalls(Base receiver) {
    receiver.total = 0;
    Generator<Long, Void, Void> calls = calls(receiver);
    return checked(SUM, calls.next()) + checked(SUM, receiver.total);
  }

  @Coroutine
  private static Generator<Long, Void, Void> calls(Base receiver) {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += receiver.add(i);
    }
    Coroutines.yield(sum);
    return Coroutines.done();
  }
}
