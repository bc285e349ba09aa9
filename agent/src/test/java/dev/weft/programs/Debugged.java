package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** What a debugger looks at: the lines with a comment have breakpoints. */
public final class Debugged {
  private Debugged() {}

  /** Runs a generator that yields three times. */
  public static void main(String[] args) {
    Generator<Integer, Void, Void> generator = counting(3);
    int sum = 0;
    while (generator.hasNext()) {
      sum += generator.next();
    }
    System.out.println(sum);
  }

  @Coroutine
  private static int below(int value) {
    Coroutines.yield(value); // yields
    int twice = value * 2; // resumed
    return twice;
  }

  @Coroutine
  private static Generator<Integer, Void, Void> counting(int limit) {
    int sum = 0;
    for (int i = 0; i < limit; i++) {
      sum += below(i); // calls
      sum++; // returned
    }
    Coroutines.yield(sum);
    return Coroutines.done();
  }
}
