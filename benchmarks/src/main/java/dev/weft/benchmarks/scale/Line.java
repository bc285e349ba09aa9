package dev.weft.benchmarks.scale;

import java.util.List;

/**
 * How one way of switching grows.
 *
 * @param label which
 * @param colour as CSS has it
 * @param points by size
 */
record Line(String label, String colour, List<Point> points) {
  Line {
    points = List.copyOf(points);
  }
}
