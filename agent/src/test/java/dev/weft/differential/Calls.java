package dev.weft.differential;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;

/** Yields some calls away from the generator function. */
final class Calls {
  private Calls() {}

  @Coroutine
  static Object yield(Object value, int depth) {
    return depth == 0 ? Coroutines.yield(value) : Calls.yield(value, depth - 1);
  }

  @Coroutine
  static Object yieldFrom(Generator<Object, Object, Object> source, int depth) {
    return depth == 0 ? Coroutines.yieldFrom(source) : yieldFrom(source, depth - 1);
  }

  @Coroutine
  static Object yieldFrom(Iterator<Object> source, int depth) {
    return depth == 0 ? Coroutines.yieldFrom(source) : yieldFrom(source, depth - 1);
  }
}
