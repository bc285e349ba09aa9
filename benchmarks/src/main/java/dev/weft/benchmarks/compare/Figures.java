package dev.weft.benchmarks.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: three significant digits at most, thousands apart. */
public final class Figures {
  private static final int SIGNIFICANT_DIGITS = 3;

  private Figures() {}

  /** A duration or a ratio: {@code 0.31}, {@code 6.02}, {@code 41.3}, {@code 3,250}. */
  public static String rounded(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT_DIGITS));
    double magnitude = rounded.doubleValue();
    int decimals = magnitude < 10 ? 2 : magnitude < 100 ? 1 : 0;
    return String.format(Locale.ENGLISH, "%,." + decimals + "f", rounded);
  }

  /** A ratio, so many times: {@code 2.4x}, {@code 54x}, {@code 3,200x}; two digits say enough. */
  public static String times(double ratio) {
    BigDecimal rounded = new BigDecimal(ratio).round(new MathContext(SIGNIFICANT_DIGITS - 1));
    return String.format(Locale.ENGLISH, rounded.doubleValue() < 10 ? "%,.1fx" : "%,.0fx", rounded);
  }

  /** A number of bytes: whole, for a part of one means nothing. */
  public static String bytes(double value) {
    return value < 0 ? "?" : String.format(Locale.ENGLISH, "%,.0f", value);
  }
}
