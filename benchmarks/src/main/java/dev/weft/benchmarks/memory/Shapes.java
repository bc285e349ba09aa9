package dev.weft.benchmarks.memory;

import java.util.List;
import java.util.ServiceLoader;

/** A source of shapes, found by {@link ServiceLoader}: so other libraries add theirs. */
public interface Shapes {
  /**
   * The shapes.
   *
   * @return those that this JDK can make, in the order to show them
   */
  List<Shape> shapes();

  /**
   * All on the class path.
   *
   * @return the benchmarks' own first
   */
  static List<Shape> all() {
    return ServiceLoader.load(Shapes.class).stream()
        .flatMap(source -> source.get().shapes().stream())
        .toList();
  }
}
