package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Between the yield and the taker of a primitive there is no box: so many values pass that one
 * object for each would be seen in what the thread has allocated, even if nothing was compiled.
 */
@Woven
class UnboxedTest {
  private static final int COUNT = 100_000;
  private static final int SMALLEST_OBJECT = 16;
  private static final int FIRST = 1000; // beyond the boxes that exist already

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private double sum;

  @Coroutine
  static PrimitiveIterator.OfInt ints() {
    for (int i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static PrimitiveIterator.OfLong longs() {
    for (long i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static PrimitiveIterator.OfDouble doubles() {
    for (double i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static IntStream intStream() {
    for (int i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static LongStream longStream() {
    for (long i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static DoubleStream doubleStream() {
    for (double i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static IntStream fromBelow() {
    below(3);
    return Coroutines.end();
  }

  @Coroutine
  private static void below(int depth) {
    if (depth > 0) {
      below(depth - 1);
      return;
    }
    for (int i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
  }

  @Coroutine
  static PrimitiveIterator.OfInt boxedByItself() {
    for (int i = FIRST; i < FIRST + COUNT; i++) {
      Integer box = i;
      Coroutines.yield(box);
      sink = box;
    }
    return Coroutines.end();
  }

  static Object sink;

  private double allocatedPerValue(Runnable taker) {
    taker.run(); // loads what it needs
    sum = 0;
    long before = threads.getCurrentThreadAllocatedBytes();
    taker.run();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(sum).isEqualTo(COUNT * (FIRST + (COUNT - 1) / 2.0));
    return (double) allocated / COUNT;
  }

  private void assertUnboxed(Runnable taker) {
    assertThat(allocatedPerValue(taker)).isLessThan(SMALLEST_OBJECT / 4.0);
  }

  @Test
  void from_primitive_iterators() {
    assertUnboxed(() -> {
      for (PrimitiveIterator.OfInt ints = ints(); ints.hasNext(); ) {
        sum += ints.nextInt();
      }
    });
    assertUnboxed(() -> ints().forEachRemaining((IntConsumer) i -> sum += i));
    assertUnboxed(() -> {
      for (PrimitiveIterator.OfLong longs = longs(); longs.hasNext(); ) {
        sum += longs.nextLong();
      }
    });
    assertUnboxed(() -> longs().forEachRemaining((LongConsumer) i -> sum += i));
    assertUnboxed(() -> {
      for (PrimitiveIterator.OfDouble doubles = doubles(); doubles.hasNext(); ) {
        sum += doubles.nextDouble();
      }
    });
    assertUnboxed(() -> doubles().forEachRemaining((DoubleConsumer) i -> sum += i));
  }

  @Test
  void from_primitive_streams() {
    assertUnboxed(() -> sum = intStream().mapToDouble(i -> i).sum());
    assertUnboxed(() -> intStream().filter(i -> i > 0).forEach(i -> sum += i));
    assertUnboxed(() -> sum = longStream().mapToDouble(i -> i).sum());
    assertUnboxed(() -> sum = doubleStream().map(i -> i).sum());
  }

  @Test
  void from_a_subroutine_below() {
    assertUnboxed(() -> fromBelow().forEach(i -> sum += i));
  }

  @Coroutine
  static IntStream delegating(IntStream stream) {
    Coroutines.yieldFrom(stream);
    return Coroutines.end();
  }

  @Coroutine
  static IntStream delegating(Iterator<Integer> inner) {
    Coroutines.yieldFrom(inner);
    return Coroutines.end();
  }

  @Coroutine
  static Generator<Integer, Void, Void> generator() {
    for (int i = FIRST; i < FIRST + COUNT; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Test
  void from_what_is_delegated_to() {
    assertUnboxed(() -> {
      IntStream range = IntStream.range(FIRST, FIRST + COUNT);
      delegating(range).forEach(i -> sum += i);
    });
    assertUnboxed(() -> delegating(ints()).forEach(i -> sum += i));
    assertUnboxed(() -> delegating(generator()).forEach(i -> sum += i));
    assertUnboxed(() -> {
      Generator<Integer, Void, Void> driven = generator();
      IntStream outer = delegating(driven);
      assertThat(driven.hasNext()).isTrue(); // leaves the chain for a loop
      outer.forEach(i -> sum += i);
    });
  }

  @Test
  void a_box_that_the_body_makes_is_seen_by_this_measure() {
    assertThat(
            allocatedPerValue(() -> {
              for (PrimitiveIterator.OfInt ints = boxedByItself(); ints.hasNext(); ) {
                sum += ints.nextInt();
              }
            }))
        .isGreaterThanOrEqualTo(SMALLEST_OBJECT);
  }
}
