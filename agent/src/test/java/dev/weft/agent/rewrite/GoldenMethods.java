package dev.weft.agent.rewrite;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** Small methods whose woven form is held instruction by instruction. */
final class GoldenMethods {
  private GoldenMethods() {}

  @Coroutine
  static Generator<Object, Object, Void> loop(Object item, int times) {
    for (int i = 0; i < times; i++) {
      Coroutines.yield(item);
    }
    return Coroutines.done();
  }

  @Coroutine
  static int twoCalls(String text, long wide) {
    int first = subroutine(text);
    return first + subroutine(text + wide);
  }

  @Coroutine
  static int subroutine(String text) {
    Object sent = Coroutines.yield(text);
    return sent == null ? 0 : 1;
  }

  @Coroutine
  static StringBuilder constructorArgument(String prefix) {
    return new StringBuilder(prefix + Coroutines.yield(1));
  }

  @Coroutine
  static Generator<Object, Object, Void> tryFinally(StringBuilder log) {
    try {
      Coroutines.yield(1);
    } finally {
      log.append("finally");
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Object, Void> countdown(int from) {
    if (from > 0) {
      Coroutines.yield(from);
      Coroutines.yieldFrom(countdown(from - 1));
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Object, Void> ints(int limit) {
    for (int i = 0; i < limit; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Object, Void> filter(int limit) {
    for (int i = 0; i < limit; i++) {
      if (i % 3 == 0) {
        Coroutines.yield(i);
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Object, Void> twoYieldsInLoop(int limit) {
    for (int i = 0; i < limit; i++) {
      if (i % 3 == 0) {
        Coroutines.yield(i);
      }
      if (i % 5 == 0) {
        Coroutines.yield(-i);
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Object, Void> nestedLoops(int limit) {
    for (int i = 0; i < limit; i++) {
      for (int j = 0; j < i; j++) {
        if (i % j == 0) {
          Coroutines.yield(j);
        }
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Object, Object, Void> tryFinallyInLoop(StringBuilder log, int limit) {
    for (int i = 0; i < limit; i++) {
      try {
        if (i % 3 == 0) {
          Coroutines.yield(log);
        }
      } finally {
        log.append(i);
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static int callInLoop(String text, int limit) {
    int sum = 0;
    for (int i = 0; i < limit; i++) {
      sum += subroutine(text);
    }
    return sum;
  }
}
