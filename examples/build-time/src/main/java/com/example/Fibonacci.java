package com.example;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** A generator that the build has woven: {@code java -cp classes:weft-core.jar}, and no agent. */
public final class Fibonacci {
  private Fibonacci() {}

  /** All Fibonacci numbers, from the first. */
  @Coroutine
  public static Generator<Long, Void, Void> numbers() {
    long a = 0;
    long b = 1;
    while (true) {
      Coroutines.yield(b);
      long next = a + b;
      a = b;
      b = next;
    }
  }

  /** Prints the first ten: 1 1 2 3 5 8 13 21 34 55. */
  public static void main(String[] arguments) {
    Generator<Long, Void, Void> numbers = numbers();
    for (int i = 0; i < 10; i++) {
      System.out.print(numbers.next() + " ");
    }
    System.out.println();
  }
}
