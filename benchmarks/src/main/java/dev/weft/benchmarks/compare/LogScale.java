package dev.weft.benchmarks.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A logarithmic axis over whole decades. */
public final class LogScale {
  /** In decades: the bar of the least value has to be seen, too. */
  private static final double SHORTEST_BAR = 0.25;

  private final int firstDecade;
  private final int lastDecade;
  private final double length;

  /**
   * Chooses the decades.
   *
   * @param length of the axis, in the units of the drawing
   * @param values all of which have to fit, and be above zero
   */
  LogScale(double length, double... values) {
    this(length, SHORTEST_BAR, values);
  }

  private LogScale(double length, double room, double... values) {
    if (Arrays.stream(values).anyMatch(v -> !(v > 0))) {
      throw new IllegalArgumentException("no place on a log scale: " + Arrays.toString(values));
    }
    this.length = length;
    double least = Math.log10(Arrays.stream(values).min().orElse(1));
    double most = Math.log10(Arrays.stream(values).max().orElse(1));
    firstDecade = (int) Math.floor(least - room);
    lastDecade = Math.max(firstDecade + 1, (int) Math.ceil(most));
  }

  /**
   * An axis for points: the least value may lie at its very end.
   *
   * @param length of the axis, in the units of the drawing
   * @param values all of which have to fit, and be above zero
   * @return the axis
   */
  public static LogScale forPoints(double length, double... values) {
    return new LogScale(length, 0, values);
  }

  /** How far along the axis a value lies. */
  public double position(double value) {
    return (Math.log10(value) - firstDecade) / (lastDecade - firstDecade) * length;
  }

  /** The powers of ten from end to end. */
  public List<Double> decades() {
    return IntStream.rangeClosed(firstDecade, lastDecade).mapToObj(d -> Math.pow(10, d)).toList();
  }
}
