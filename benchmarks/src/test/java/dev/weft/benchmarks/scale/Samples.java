package dev.weft.benchmarks.scale;

import java.util.List;

/** Panels with made-up figures. */
final class Samples {
  private Samples() {}

  static List<Panel> panels() {
    return List.of(
        new Panel(
            "suspended generators",
            List.of(
                new Line("coroutine", "#1f883d", points(0.5, 7)),
                new Line("by hand", "#8c959f", points(0.3, 5)))),
        new Panel("calls", List.of(new Line("coroutine", "#1f883d", points(2, 2.25)))));
  }

  private static List<Point> points(double first, double last) {
    return List.of(new Point(1_000, first), new Point(1_000_000, last));
  }
}
