package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayList;
import java.util.List;

/** Coroutines that aspects advise. */
public final class Advised {
  private static final List<Object> SEEN = new ArrayList<>();

  private Advised() {}

  /** Prints what aspects and generators did, in that order. */
  public static void main(String[] args) {
    try {
      Generator<Integer, Void, String> all = all(2);
      see("made");
      all.forEachRemaining(Advised::see);
      see(all.result());
    } catch (IllegalStateException e) {
      see(e.getMessage());
    }
    SEEN.forEach(System.out::println);
  }

  static void see(Object value) {
    SEEN.add(value);
  }

  @Coroutine
  private static Generator<Integer, Void, String> all(int limit) {
    int sum = Coroutines.yieldFrom(numbers(limit));
    return Coroutines.done("all " + sum);
  }

  @Coroutine
  private static Generator<Integer, Void, Integer> numbers(int limit) {
    int sum = 0;
    for (int i = 1; i <= limit; i++) {
      sum += number(i);
    }
    return Coroutines.done(sum);
  }

  @Coroutine
  private static int number(int i) {
    Coroutines.yield(i);
    return new Advised().tenfold(i);
  }

  @Coroutine
  private int tenfold(int i) {
    if (i < 0) {
      Coroutines.yield(i);
    }
    return i * 10;
  }
}
