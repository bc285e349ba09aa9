package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 13: 10,000 ints through a pipeline of streams that keeps every other one and adds up.
 *
 * <p>The floors are {@link #list}, whose elements are there already, and {@link #handWritten}, an
 * iterator behind the JDK's own adapter. To expect: no more than {@link #handWritten}.
 */
public class Streams extends NanosPerElement {
  private static final int N = 10_000;

  /** Of the even ones. */
  private static final long SUM = 2 * sumBelow(N / 2);

  private final List<Integer> list = new ArrayList<>(IntStream.range(0, N).boxed().toList());

  @Benchmark
  @OperationsPerInvocation(N)
  public long list() {
    return checked(SUM, sumOfEven(list.stream()));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    Iterator<Integer> values = new Range(N);
    Spliterator<Integer> adapter = Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED);
    return checked(SUM, sumOfEven(StreamSupport.stream(adapter, false)));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    return checked(SUM, sumOfEven(values().stream()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> values() {
    for (int i = 0; i < N; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutineStream() {
    return checked(SUM, sumOfEven(streamOfValues()));
  }

  @Coroutine
  private static Stream<Integer> streamOfValues() {
    for (int i = 0; i < N; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  private static long sumOfEven(Stream<Integer> values) {
    return values.filter(i -> (i & 1) == 0).mapToInt(i -> i).sum();
  }
}
