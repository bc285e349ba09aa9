package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** A program for coverage: its comments say which lines run. */
public final class Covered {
  private Covered() {}

  /** Prints "1 2 3 4 caught 5 ". */
  public static void main(String[] args) {
    for (Object value : values(3)) {
      System.out.print(value + " "); // covered
    }
    Generator<String, Void, Void> more = Generator.each(out -> out.yield(five())); // partly covered
    System.out.println(more.next());
  }

  @Coroutine
  private static Generator<Object, Void, Void> values(int end) {
    for (int i = 1; i <= end; i++) {
      Coroutines.yield(i); // covered
    }
    try {
      Coroutines.yield(next(end)); // covered
      if (end > 1000) {
        Coroutines.yield("never"); // not covered
      }
      throw new IllegalStateException("after a yield"); // covered
    } catch (IllegalStateException e) {
      caught(e); // covered
    }
    return Coroutines.done(); // covered
  }

  @Coroutine
  private static int next(int number) {
    return number + 1; // covered
  }

  @Coroutine
  private static void caught(Exception e) {
    Coroutines.yield(e.getMessage().isEmpty() ? "empty" : "caught"); // partly covered
    if (e.getMessage().isEmpty()) {
      Coroutines.yield("empty"); // not covered
    }
  }

  private static String five() {
    return "5"; // covered
  }

  @Coroutine
  private static Generator<Integer, Void, Void> unused() {
    Coroutines.yield(1); // not covered
    return Coroutines.done(); // not covered
  }
}
