package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A generator is an iterator whose elements are yielded, one by one or a whole source at a time.
 *
 * <p>Prints the same five elements from both, and that each has ended after them.
 */
public final class E04Generators {
  private E04Generators() {}

  /** Collects what both generators yield. */
  public static void main(String[] args) {
    collect("yield", oneByOne());
    collect("yieldFrom", fromSources());
  }

  @Coroutine
  static Generator<Object, Void, Void> oneByOne() {
    Coroutines.yield("A");
    Coroutines.yield("B");
    Coroutines.yield(1);
    Coroutines.yield(2);
    Coroutines.yield(3);
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Object, Void, Void> fromSources() {
    Coroutines.yieldFrom("AB");
    Coroutines.yieldFrom(IntStream.rangeClosed(1, 3));
    return Coroutines.done();
  }

  private static void collect(String title, Generator<Object, Void, Void> generator) {
    List<Object> elements = new ArrayList<>();
    for (Object element : generator) {
      elements.add(element);
    }
    System.out.println(title + ": " + elements);
    try {
      generator.next();
    } catch (StopIteration end) {
      System.out.println("StopIteration");
    }
  }
}
