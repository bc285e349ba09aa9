package dev.weft.benchmarks.scale;

import java.util.List;

/**
 * The lines that share a horizontal axis.
 *
 * @param title what grows
 * @param lines at the same sizes
 */
record Panel(String title, List<Line> lines) {
  Panel {
    lines = List.copyOf(lines);
  }

  /** Those of the points, which all lines have. */
  List<Integer> sizes() {
    return lines.get(0).points().stream().map(Point::size).toList();
  }
}
