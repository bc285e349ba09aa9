package dev.weft.runtime;

import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A generator as the return type that its method declares. */
public final class Views {
  private static final int ORDERED = Spliterator.ORDERED;

  private Views() {}

  /**
   * The generator as a stream; closing it closes the generator.
   *
   * @param generator the generator
   * @return a lazy, ordered, sequential stream
   */
  public static Stream<@Nullable Object> stream(GeneratorFrame generator) {
    Spliterator<@Nullable Object> items = Spliterators.spliteratorUnknownSize(generator, ORDERED);
    return StreamSupport.stream(items, false).onClose(generator::close);
  }

  /**
   * The generator as a collection that starts afresh each time.
   *
   * @param generator the generator to start copies of; itself never run
   * @return the collection
   */
  public static Iterable<@Nullable Object> iterable(RestartableFrame generator) {
    return new Restarting(generator);
  }

  /**
   * The generator as an iterator of ints.
   *
   * @param generator yields Integers only
   * @return the iterator
   */
  public static PrimitiveIterator.OfInt ints(GeneratorFrame generator) {
    return new Ints(generator);
  }

  /**
   * The generator as an iterator of longs.
   *
   * @param generator yields Longs only
   * @return the iterator
   */
  public static PrimitiveIterator.OfLong longs(GeneratorFrame generator) {
    return new Longs(generator);
  }

  /**
   * The generator as an iterator of doubles.
   *
   * @param generator yields Doubles only
   * @return the iterator
   */
  public static PrimitiveIterator.OfDouble doubles(GeneratorFrame generator) {
    return new Doubles(generator);
  }

  /**
   * The generator as a stream of ints; closing it closes the generator.
   *
   * @param generator yields Integers only
   * @return a lazy, ordered, sequential stream
   */
  public static IntStream intStream(GeneratorFrame generator) {
    Spliterator.OfInt items = Spliterators.spliteratorUnknownSize(ints(generator), ORDERED);
    return StreamSupport.intStream(items, false).onClose(generator::close);
  }

  /**
   * The generator as a stream of longs; closing it closes the generator.
   *
   * @param generator yields Longs only
   * @return a lazy, ordered, sequential stream
   */
  public static LongStream longStream(GeneratorFrame generator) {
    Spliterator.OfLong items = Spliterators.spliteratorUnknownSize(longs(generator), ORDERED);
    return StreamSupport.longStream(items, false).onClose(generator::close);
  }

  /**
   * The generator as a stream of doubles; closing it closes the generator.
   *
   * @param generator yields Doubles only
   * @return a lazy, ordered, sequential stream
   */
  public static DoubleStream doubleStream(GeneratorFrame generator) {
    Spliterator.OfDouble items = Spliterators.spliteratorUnknownSize(doubles(generator), ORDERED);
    return StreamSupport.doubleStream(items, false).onClose(generator::close);
  }

  private record Restarting(RestartableFrame prototype) implements Iterable<@Nullable Object> {
    @Override
    public Iterator<@Nullable Object> iterator() {
      return prototype.restarted();
    }
  }

  private record Ints(GeneratorFrame generator) implements PrimitiveIterator.OfInt {
    @Override
    public boolean hasNext() {
      return generator.hasNext();
    }

    @Override
    public int nextInt() {
      return UnboxedSteps.nextInt(generator);
    }

    @Override
    public void forEachRemaining(IntConsumer action) {
      while (hasNext()) {
        action.accept(nextInt());
      }
    }
  }

  private record Longs(GeneratorFrame generator) implements PrimitiveIterator.OfLong {
    @Override
    public boolean hasNext() {
      return generator.hasNext();
    }

    @Override
    public long nextLong() {
      return UnboxedSteps.nextLong(generator);
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
      while (hasNext()) {
        action.accept(nextLong());
      }
    }
  }

  private record Doubles(GeneratorFrame generator) implements PrimitiveIterator.OfDouble {
    @Override
    public boolean hasNext() {
      return generator.hasNext();
    }

    @Override
    public double nextDouble() {
      return UnboxedSteps.nextDouble(generator);
    }

    @Override
    public void forEachRemaining(DoubleConsumer action) {
      while (hasNext()) {
        action.accept(nextDouble());
      }
    }
  }
}
