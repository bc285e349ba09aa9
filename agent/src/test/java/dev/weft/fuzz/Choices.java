package dev.weft.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The decisions that make a program: random ones, which are recorded, or a given sequence again.
 *
 * <p>Whoever draws gives 0 the simplest meaning: when a sequence is used up it goes on with zeros,
 * so each sequence of numbers whatsoever makes a program, and a shorter one a smaller program.
 */
public final class Choices {
  private final SplittableRandom random;
  private int[] drawn;
  private int count;

  private Choices(SplittableRandom random, int[] given) {
    this.random = random;
    this.drawn = given;
  }

  /** Random ones. */
  public static Choices random(long seed) {
    return new Choices(new SplittableRandom(seed), new int[64]);
  }

  /** Those given, then zeros. */
  public static Choices of(int... given) {
    return new Choices(null, given.clone());
  }

  /** Those drawn up to now. */
  public int[] drawn() {
    return Arrays.copyOf(drawn, count);
  }

  /** A number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    if (count == drawn.length) {
      drawn = Arrays.copyOf(drawn, Math.max(64, 2 * count));
    }
    int choice = random != null ? random.nextInt(bound) : drawn[count] % bound;
    drawn[count++] = choice;
    return choice;
  }

  /** True in so many cases of a hundred. */
  public boolean chance(int percent) {
    return below(100) >= 100 - percent;
  }

  /** One of the values. */
  @SafeVarargs
  public final <T> T oneOf(T... values) {
    return values[below(values.length)];
  }

  /** One of the values. */
  public <T> T oneOf(List<T> values) {
    return values.get(below(values.size()));
  }
}
