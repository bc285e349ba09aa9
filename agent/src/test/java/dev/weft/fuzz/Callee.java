package dev.weft.fuzz;

import dev.weft.Coroutine;
import dev.weft.behaviour.Trace;

/** What {@link Calls} calls through an interface. */
interface Callee<T> {
  @Coroutine
  String onInterface(Object o, int i, float f);

  /** The implementation has a narrower type, so the JVM reaches it by a bridge. */
  @Coroutine
  T onBridge(T value);

  @Coroutine
  int interpret(long l, Object o);

  @Coroutine
  default int onDefault(long l, char c) {
    return c + interpret(l, "default" + c) - Trace.step(c);
  }

  /** What lambdas are made of. */
  @FunctionalInterface
  interface Function {
    @Coroutine
    int apply(int a, long b);
  }
}
