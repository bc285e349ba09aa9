package dev.weft.behaviour;

import dev.weft.Generator;
import dev.weft.StopIteration;

/** Drives generators in the ways that tests do again and again. */
final class Drive {
  private Drive() {}

  /** Sends the last value, after which the generator has to end, and gives what it returned. */
  static <S, R> R toEnd(Generator<?, S, R> generator, S last) {
    try {
      throw new AssertionError("expected the end, not " + generator.send(last));
    } catch (StopIteration end) {
      return generator.result();
    }
  }
}
