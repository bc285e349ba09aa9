package dev.weft.runtime;

/**
 * The kinds of primitive values, as the state word of a generator tells them: the number of the
 * kind, shifted into its place; 0 says that the value is a reference.
 */
final class Kind {
  /** Where the number of the kind begins in the state word. */
  static final int SHIFT = 16;

  static final int BOOLEAN = 1 << SHIFT;
  static final int CHAR = 2 << SHIFT;
  static final int BYTE = 3 << SHIFT;
  static final int SHORT = 4 << SHIFT;
  static final int INT = 5 << SHIFT;
  static final int FLOAT = 6 << SHIFT;
  static final int LONG = 7 << SHIFT;
  static final int DOUBLE = 8 << SHIFT;

  private Kind() {}

  /** Boxes raw bits as the {@code valueOf} of the wrapper does that the source named. */
  static Object box(int kind, long bits) {
    return switch (kind) {
      case BOOLEAN -> bits != 0;
      case CHAR -> (char) bits;
      case BYTE -> (byte) bits;
      case SHORT -> (short) bits;
      case INT -> (int) bits;
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case LONG -> bits;
      case DOUBLE -> Double.longBitsToDouble(bits);
      default -> throw new IllegalArgumentException("no kind " + (kind >>> SHIFT));
    };
  }
}
