package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 16: a generator yields the 10,000 elements of a list, one by one.
 *
 * <p>It keeps the list's iterator, which does not change: to expect is that this costs nothing at a
 * yield, also where the generator lives in memory, and to save a reference means to tell the
 * collector.
 */
public class Elements extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  private final List<Integer> list = new ArrayList<>();

  public Elements() {
    for (int i = 0; i < N; i++) {
      list.add(i);
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    return checked(SUM, sum(new ByHand(list)));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    long sum = 0;
    for (int element : elements(list)) {
      sum += element;
    }
    return checked(SUM, sum);
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWrittenAsParameter() {
    return checked(SUM, sumOfParameter(new ByHand(list)));
  }

  @Benchmark
  @Floor("handWrittenAsParameter")
  @OperationsPerInvocation(N)
  public long coroutineAsParameter() {
    return checked(SUM, sumOfParameter(elements(list)));
  }

  /** Compiled on its own, so that what it is given has to be in memory. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static long sumOfParameter(Iterator<Integer> values) {
    return sum(values);
  }

  @Coroutine
  private static Generator<Integer, Void, Void> elements(List<Integer> list) {
    for (Integer element : list) {
      Coroutines.yield(element);
    }
    return Coroutines.done();
  }

  private static final class ByHand implements Iterator<Integer> {
    private final Iterator<Integer> elements;

    ByHand(List<Integer> list) {
      elements = list.iterator();
    }

    @Override
    public boolean hasNext() {
      return elements.hasNext();
    }

    @Override
    public Integer next() {
      return elements.next();
    }
  }
}
