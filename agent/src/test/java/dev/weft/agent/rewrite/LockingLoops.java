package dev.weft.agent.rewrite;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** A loop of which no part is copied. */
final class LockingLoops {
  private LockingLoops() {}

  @Coroutine
  static Generator<Integer, Void, Void> locking(int[] counter) {
    for (int i = 0; i < counter.length; i++) {
      if (counter[i] > 0) {
        Coroutines.yield(i);
      }
      synchronized (counter) {
        counter[i]--;
      }
    }
    return Coroutines.done();
  }
}
