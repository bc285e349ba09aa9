package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 15: a generator that delegates to 1,000 others, one after another, each of ten ints.
 *
 * <p>The floors are {@link #handWritten}, an iterator over iterators, and {@link #flatMap}. {@link
 * #loop} is what delegation is to be no slower than: it takes every int and yields it again.
 */
public class Fan extends NanosPerElement {
  private static final int WIDTH = 1_000;
  private static final int LENGTH = 10;
  private static final int N = WIDTH * LENGTH;
  private static final long SUM = WIDTH * sumBelow(LENGTH);

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    return checked(SUM, sum(new Nested()));
  }

  private static final class Nested implements Iterator<Integer> {
    private int remaining = WIDTH - 1;
    private Range current = new Range(LENGTH);

    @Override
    public boolean hasNext() {
      while (!current.hasNext()) {
        if (remaining == 0) {
          return false;
        }
        remaining--;
        current = new Range(LENGTH);
      }
      return true;
    }

    @Override
    public Integer next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.next();
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long flatMap() {
    Iterator<Integer> values =
        IntStream.range(0, WIDTH).flatMap(i -> IntStream.range(0, LENGTH)).iterator();
    return checked(SUM, sum(values));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long yieldFrom() {
    return checked(SUM, sum(delegating()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> delegating() {
    for (int i = 0; i < WIDTH; i++) {
      Coroutines.yieldFrom(range());
    }
    return Coroutines.done();
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long loop() {
    return checked(SUM, sum(repeating()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> repeating() {
    for (int i = 0; i < WIDTH; i++) {
      for (int value : range()) {
        Coroutines.yield(value);
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> range() {
    for (int i = 0; i < LENGTH; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }
}
