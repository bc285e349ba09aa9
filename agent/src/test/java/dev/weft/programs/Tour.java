package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A little of everything that can be woven. */
public final class Tour {
  private final List<String> log = new ArrayList<>();

  private Tour() {}

  /** Prints what {@link #EXPECTED} has. */
  public static void main(String[] args) {
    Tour tour = new Tour();
    for (Object value : tour.all("a", 2)) {
      tour.log.add(String.valueOf(value));
    }
    Generator<Integer, Integer, Integer> sum = Generator.of(out -> out.yield(1) + out.yield(2));
    tour.log.add(String.valueOf(sum.next()));
    tour.log.add(String.valueOf(sum.send(30)));
    try {
      sum.send(12);
    } catch (StopIteration stop) {
      tour.log.add(stop.value() + "," + sum.state());
    }
    Iterator<Integer> numbers = numbers(3);
    while (numbers.hasNext()) {
      tour.log.add(String.valueOf(numbers.next()));
    }
    System.out.println(String.join(" ", tour.log));
  }

  /** What the program prints. */
  public static final String EXPECTED = "a 2 a1 3 0 1 2 n=3 finally 1 2 42,CLOSED 0 1 2";

  @Coroutine
  private Generator<Object, Object, String> all(String text, int number) {
    Coroutines.yield(text);
    Coroutines.yield(number);
    try {
      long deep = deep(text, 3.0, number);
      Coroutines.yield(deep);
      Coroutines.yieldFrom(numbers(3));
      Coroutines.yield("n=" + deep);
    } finally {
      Coroutines.yield("finally");
    }
    return Coroutines.done("end");
  }

  @Coroutine
  private long deep(String text, double factor, int depth) {
    if (depth > 0) {
      return deep(text, factor, depth - 1);
    }
    Coroutines.yield(text + (depth + 1));
    return (long) factor;
  }

  @Coroutine
  static Iterator<Integer> numbers(int end) {
    for (int i = 0; i < end; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }
}
