package dev.weft.benchmarks.compare;

/**
 * Nanoseconds per switch: what the iterations of one run gave.
 *
 * @param median of them
 * @param least of them
 * @param most of them
 */
record Timing(double median, double least, double most) {
  /** Both ends: {@code 0.31 - 0.35}. */
  String range() {
    return Figures.rounded(least) + " - " + Figures.rounded(most);
  }
}
