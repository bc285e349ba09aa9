package dev.weft.runtime;

import dev.weft.StopIteration;

/** Like {@link GeneratorFrame#next()} where primitives are wanted: those yielded are not boxed. */
final class UnboxedSteps {
  private UnboxedSteps() {}

  /**
   * The next value as an int.
   *
   * @throws StopIteration at the end
   * @throws IllegalStateException if what is yielded is no Integer
   */
  static int nextInt(GeneratorFrame generator) {
    boolean unboxed = stepTo(generator, Kind.INT);
    return unboxed ? (int) generator.primitive : element(generator, Integer.class);
  }

  /** The same for longs. */
  static long nextLong(GeneratorFrame generator) {
    boolean unboxed = stepTo(generator, Kind.LONG);
    return unboxed ? generator.primitive : element(generator, Long.class);
  }

  /** The same for doubles. */
  static double nextDouble(GeneratorFrame generator) {
    boolean unboxed = stepTo(generator, Kind.DOUBLE);
    return unboxed
        ? Double.longBitsToDouble(generator.primitive)
        : element(generator, Double.class);
  }

  private static boolean stepTo(GeneratorFrame generator, int kind) {
    if (!generator.stepNext()) {
      throw generator.stop();
    }
    return (generator.state & DrivenFrame.KIND) == kind;
  }

  private static <T> T element(GeneratorFrame generator, Class<T> type) {
    Object yielded = generator.take();
    if (!type.isInstance(yielded)) {
      throw new IllegalStateException(
          "a generator method that returns a primitive iterator or stream must yield "
              + type.getSimpleName()
              + " values, but yielded "
              + yielded);
    }
    return type.cast(yielded);
  }
}
