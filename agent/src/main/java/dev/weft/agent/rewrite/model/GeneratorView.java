package dev.weft.agent.rewrite.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A return type that makes a coroutine method a generator method. */
public enum GeneratorView {
  /** The generator itself. */
  GENERATOR(RuntimeNames.GENERATOR, ""),
  /** The generator itself. */
  ITERATOR("java/util/Iterator", ""),
  /** A collection that starts a new generator for every iterator. */
  ITERABLE("java/lang/Iterable", "iterable"),
  /** A stream of what it yields. */
  STREAM("java/util/stream/Stream", "stream"),
  /** An iterator of ints. */
  INTS("java/util/PrimitiveIterator$OfInt", "ints"),
  /** An iterator of longs. */
  LONGS("java/util/PrimitiveIterator$OfLong", "longs"),
  /** An iterator of doubles. */
  DOUBLES("java/util/PrimitiveIterator$OfDouble", "doubles"),
  /** A stream of ints. */
  INT_STREAM("java/util/stream/IntStream", "intStream"),
  /** A stream of longs. */
  LONG_STREAM("java/util/stream/LongStream", "longStream"),
  /** A stream of doubles. */
  DOUBLE_STREAM("java/util/stream/DoubleStream", "doubleStream");

  private static final Map<String, GeneratorView> BY_TYPE = new HashMap<>();

  static {
    for (GeneratorView view : values()) {
      BY_TYPE.put(view.type, view);
    }
  }

  private final String type;
  private final String converter;

  GeneratorView(String type, String converter) {
    this.type = type;
    this.converter = converter;
  }

  /** The view that a method with this descriptor returns; empty if it is a subroutine. */
  public static Optional<GeneratorView> returnedBy(String descriptor) {
    String result = descriptor.substring(descriptor.indexOf(')') + 1);
    return result.startsWith("L")
        ? Optional.ofNullable(BY_TYPE.get(result.substring(1, result.length() - 1)))
        : Optional.empty();
  }

  /** The internal name of the return type. */
  public String type() {
    return type;
  }

  /** The method of {@code Views} that makes it of a generator; empty if it is the generator. */
  public Optional<String> converter() {
    return converter.isEmpty() ? Optional.empty() : Optional.of(converter);
  }
}
