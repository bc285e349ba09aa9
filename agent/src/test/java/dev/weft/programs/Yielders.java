package dev.weft.programs;

import dev.weft.Generator;
import java.util.List;

/** A yielder that is used in a lambda of the JDK's, which cannot be suspended. */
public final class Yielders {
  private Yielders() {}

  /** Fails when it is driven. */
  public static Generator<Integer, Object, Void> all(List<Integer> values) {
    return Generator.each(out -> values.forEach(value -> out.yield(value)));
  }
}
