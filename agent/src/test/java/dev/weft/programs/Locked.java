package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** Takes locks beside suspensions, often enough to be compiled; prints a sum. */
public final class Locked {
  /** What it prints. */
  public static final String EXPECTED = "1800030000";

  private static final int ROUNDS = 60_000;

  private Locked() {}

  /** Prints the sum of what is yielded. */
  public static void main(String[] args) {
    long sum = 0;
    Object lock = new Object();
    for (int i = 0; i < 50; i++) {
      sum = 0;
      Generator<Integer, Void, Void> generator = locking(lock, new Object());
      while (generator.hasNext()) {
        sum += generator.next();
      }
    }
    System.out.println(sum);
  }

  @Coroutine
  private static Generator<Integer, Void, Void> locking(Object one, Object other) {
    for (int i = 0; i < ROUNDS; i++) {
      int value;
      synchronized (one) {
        synchronized (other) {
          value = i + 1;
        }
        if (value < 0) {
          return Coroutines.done();
        }
      }
      Coroutines.yield(value);
    }
    return Coroutines.done();
  }
}
