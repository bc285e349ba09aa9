package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** Runs coroutines that hold monitors where they do not suspend until they have been compiled. */
public final class Synchronized {
  private static final int CALLS = 200_000;

  private final Object lock = new Object();
  private int total;

  private Synchronized() {}

  /** Can suspend, but not in the blocks that call it. */
  @Coroutine
  private int next(int value) {
    if (value < 0) {
      Coroutines.yield("negative");
    }
    return value + 1;
  }

  @Coroutine
  private void oneBlock(int value) {
    Coroutines.yield(value);
    synchronized (lock) {
      total += next(value);
    }
    Coroutines.yield(total);
  }

  @Coroutine
  private void nestedBlocks(int value) {
    for (int i = 0; i < 2; i++) {
      synchronized (lock) {
        synchronized (this) {
          if (value == i) {
            continue;
          }
          total -= next(value);
        }
      }
      Coroutines.yield(i);
    }
  }

  @Coroutine
  private Generator<Object, Object, Integer> all() {
    for (int i = 0; i < CALLS; i++) {
      oneBlock(i);
      nestedBlocks(i);
    }
    return Coroutines.done(total);
  }

  /** Prints how many values there were, and that no lock is held. */
  public static void main(String[] arguments) {
    Synchronized object = new Synchronized();
    long values = 0;
    try (Generator<Object, Object, Integer> all = object.all()) {
      while (all.hasNext()) {
        all.next();
        values++;
      }
    }
    System.out.println("values=" + values + " held=" + Thread.holdsLock(object.lock));
  }
}
