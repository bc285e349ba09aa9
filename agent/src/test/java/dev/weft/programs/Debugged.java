package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** What a debugger looks at: a comment names its line. */
public final class Debugged {
  private Debugged() {}

  /** Prints 12: the sum of what a generator yields. */
  public static void main(String[] args) {
    Generator<Integer, Void, Void> numbers = counting(3); // creates
    int sum = 0; // created
    while (numbers.hasNext()) { // asks
      int number = numbers.next(); // takes
      sum += number; // took
    } // loop ends
    System.out.println(sum); // prints
  }

  @Coroutine
  private static Generator<Integer, Void, Void> counting(int limit) {
    int sum = 0; // starts
    for (int i = 0; i < limit; i++) { // loops
      sum += below(i); // calls
      sum++; // returned
    }
    Coroutines.yield(sum); // yields sum
    int last = sum; // resumed last
    report(last); // reports
    return Coroutines.done(); // ends
  }

  @Coroutine
  private static int below(int value) {
    int before = value; // begins
    Coroutines.yield(before); // yields
    int twice = value * 2; // resumed
    return twice; // returns
  }

  private static void report(int last) {
    if (last < 0) { // checks
      throw new IllegalStateException();
    }
  }
}
