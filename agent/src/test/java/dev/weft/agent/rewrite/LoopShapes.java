package dev.weft.agent.rewrite;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.List;

/** Loops of many shapes, each small enough to be copied in part, with points at many places. */
final class LoopShapes {
  private LoopShapes() {}

  private static boolean passes(int i) {
    return i % 7 == 0;
  }

  @Coroutine
  private static int ask(int i) {
    return i < 0 ? Coroutines.<Integer>yield(i) : i;
  }

  @Coroutine
  static Generator<Integer, Void, Void> doWhile(int i) {
    do {
      if (passes(i)) {
        Coroutines.yield(i);
      }
    } while (i-- > 0);
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Integer, Void> conditions(int limit) {
    int i = 0;
    while ((limit > i++ && Coroutines.<Integer>yield(i) != null) || passes(i)) {
      limit--;
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Void, Void> thrice(int limit) {
    for (int i = 0; i < limit; i++) {
      for (int j = 0; j < i; j++) {
        for (int k = 0; k < j; k++) {
          if (passes(k)) {
            Coroutines.yield(k);
          }
        }
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Void, Void> aroundAndIn(int limit) {
    for (int i = 0; i < limit; i++) {
      for (int j = 0; j < i; j++) {
        if (passes(j)) {
          Coroutines.yield(j);
        }
      }
      if (passes(i)) {
        Coroutines.yield(i);
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Void, Void> betweenLoops(int limit) {
    for (int i = 0; i < limit; i++) {
      for (int j = 0; j < i; j++) {
        limit -= j;
      }
      Coroutines.yield(i);
      for (int j = 0; j < i; j++) {
        limit += j;
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Void, Void> leaving(int limit) {
    outer:
    for (int i = 0; i < limit; i++) {
      for (int j = 0; ; j++) {
        if (j == limit) {
          continue outer;
        } else if (passes(j)) {
          Coroutines.yield(j);
        } else if (j > i) {
          break;
        } else if (i == j) {
          break outer;
        }
      }
    }
    return Coroutines.done();
  }

  @SuppressWarnings("fallthrough")
  @Coroutine
  static Generator<Integer, Void, Void> switching(int limit) {
    for (int i = 0; i < limit; i++) {
      switch (i % 5) {
        case 0:
          Coroutines.yield(0);
        // fall through
        case 1:
          limit--;
          break;
        case 2:
          Coroutines.yield(2);
          break;
        default:
          continue;
      }
      limit -= 2;
    }
    return Coroutines.done();
  }

  @Coroutine
  static int catching(int limit) {
    int sum = 0;
    for (int i = 0; i < limit; i++) {
      try {
        sum += ask(i);
      } catch (IllegalStateException e) {
        sum--;
      }
    }
    return sum;
  }

  @SuppressWarnings("UnnecessaryStringBuilder")
  @Coroutine
  static StringBuilder making(List<String> words) {
    StringBuilder all = new StringBuilder();
    for (String word : words) {
      if (!word.isEmpty()) {
        all.append(new StringBuilder(word.length() > 1 ? word : word + ask(1)));
      }
    }
    return all;
  }
}
