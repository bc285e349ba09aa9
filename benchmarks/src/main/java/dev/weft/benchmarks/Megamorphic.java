package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 8: producers of ten classes, each of 1,000 ints, all driven from one place in the code.
 *
 * <p>There the compiler cannot know whom it calls, and inlines nothing. The floor is {@link
 * #handWritten}, ten classes of iterators. To expect: about twice that, for a generator makes a
 * second such call for its body.
 */
public class Megamorphic extends NanosPerElement {
  private static final int LENGTH = 1_000;
  private static final int N = 10 * LENGTH;
  private static final long SUM = 10 * sumBelow(LENGTH);

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    long sum = 0;
    sum += sumOfAny(new Zero());
    sum += sumOfAny(new One());
    sum += sumOfAny(new Two());
    sum += sumOfAny(new Three());
    sum += sumOfAny(new Four());
    sum += sumOfAny(new Five());
    sum += sumOfAny(new Six());
    sum += sumOfAny(new Seven());
    sum += sumOfAny(new Eight());
    sum += sumOfAny(new Nine());
    return checked(SUM, sum);
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    long sum = 0;
    sum += sumOfAny(zero());
    sum += sumOfAny(one());
    sum += sumOfAny(two());
    sum += sumOfAny(three());
    sum += sumOfAny(four());
    sum += sumOfAny(five());
    sum += sumOfAny(six());
    sum += sumOfAny(seven());
    sum += sumOfAny(eight());
    sum += sumOfAny(nine());
    return checked(SUM, sum);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static long sumOfAny(Iterator<Integer> values) {
    return sum(values);
  }

  private abstract static class Counter implements Iterator<Integer> {
    int next;

    @Override
    public final boolean hasNext() {
      return next < LENGTH;
    }
  }

  private static final class Zero extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class One extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Two extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Three extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Four extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Five extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Six extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Seven extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Eight extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  private static final class Nine extends Counter {
    @Override
    public Integer next() {
      return next++;
    }
  }

  @Coroutine
  private static Generator<Integer, Void, Void> zero() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> one() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> two() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> three() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> four() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> five() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> six() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> seven() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> eight() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> nine() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }
}
