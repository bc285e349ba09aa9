package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generator methods by what they are declared to return. */
@Woven
class GeneratorViewsTest {
  private final List<String> log = new ArrayList<>();

  @Coroutine
  Iterator<String> iterator(String prefix, int count) {
    for (int i = 0; i < count; i++) {
      Coroutines.yield(prefix + i);
    }
    return Coroutines.done("unseen");
  }

  @Coroutine
  Iterable<String> iterable(String prefix, int count) {
    log.add("start");
    while (count > 0) {
      Coroutines.yield(prefix + count--);
      prefix += "x";
    }
    return null;
  }

  @Coroutine
  Stream<String> stream(String... items) {
    try {
      for (String item : items) {
        log.add(item);
        Coroutines.yield(item);
      }
      return Coroutines.end();
    } finally {
      log.add("finally");
    }
  }

  @Test
  void an_iterator() {
    Iterator<String> iterator = iterator("a", 2);
    assertThat(iterator.hasNext()).isTrue();
    assertThat(iterator.next()).isEqualTo("a0");
    assertThat(iterator.next()).isEqualTo("a1");
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThat(iterator("b", 0)).isExhausted();
  }

  @Test
  void an_iterable_starts_afresh_each_time() {
    Iterable<String> iterable = iterable("a", 3);
    assertThat(log).isEmpty();
    Iterator<String> first = iterable.iterator();
    assertThat(first.next()).isEqualTo("a3");
    Iterator<String> second = iterable.iterator();
    assertThat(second.next()).isEqualTo("a3");
    assertThat(first.next()).isEqualTo("ax2");
    assertThat(first.next()).isEqualTo("axx1");
    assertThat(first.hasNext()).isFalse();
    assertThat(second.next()).isEqualTo("ax2");
    assertThat(iterable).containsExactly("a3", "ax2", "axx1");
    assertThat(log).containsExactly("start", "start", "start");
  }

  @Test
  void an_iterable_never_runs_itself() {
    Iterable<String> iterable = iterable("a", 1);
    for (int i = 0; i < 3; i++) {
      List<String> items = new ArrayList<>();
      iterable.forEach(items::add);
      assertThat(items).containsExactly("a1");
    }
  }

  @Test
  void a_stream_is_lazy_and_closes() {
    try (Stream<String> stream = stream("a", "b", "c")) {
      assertThat(log).isEmpty();
      assertThat(stream.map(s -> s + s).filter(s -> !s.equals("aa")).findFirst()).contains("bb");
      assertThat(log).containsExactly("a", "b");
    }
    assertThat(log).containsExactly("a", "b", "finally");
    assertThat(stream("d").toList()).containsExactly("d");
    assertThat(stream()).isEmpty();
  }

  @Test
  void an_endless_stream_is_limited() {
    assertThat(naturals().limit(5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(naturals().skip(1000).findFirst()).contains(1000);
  }

  @Coroutine
  static Stream<Integer> naturals() {
    for (int i = 0; ; i++) {
      Coroutines.yield(i);
    }
  }

  @Coroutine
  static PrimitiveIterator.OfInt ints(int count) {
    for (int i = 0; i < count; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static PrimitiveIterator.OfLong longs(long count) {
    for (long i = 0; i < count; i++) {
      Coroutines.yield(i << 40);
    }
    return null;
  }

  @Coroutine
  static PrimitiveIterator.OfDouble doubles(double... values) {
    for (double value : values) {
      Coroutines.yield(value / 2);
    }
    return Coroutines.end();
  }

  @Test
  void primitive_iterators() {
    PrimitiveIterator.OfInt ints = ints(4);
    assertThat(ints.nextInt()).isZero();
    assertThat(ints.next()).isEqualTo(1);
    List<Integer> rest = new ArrayList<>();
    ints.forEachRemaining((int i) -> rest.add(i));
    assertThat(rest).containsExactly(2, 3);
    assertThatThrownBy(ints::nextInt).isInstanceOf(NoSuchElementException.class);
    assertThat(longs(3)).toIterable().containsExactly(0L, 1L << 40, 2L << 40);
    assertThat(longs(1).nextLong()).isZero();
    assertThat(doubles(1, 2)).toIterable().containsExactly(0.5, 1.0);
    assertThat(doubles(3).nextDouble()).isEqualTo(1.5);
  }

  @Coroutine
  static IntStream intStream(int count) {
    for (int i = 0; i < count; i++) {
      Coroutines.yield(i * i);
    }
    return Coroutines.end();
  }

  @Coroutine
  static LongStream longStream(long first) {
    Coroutines.yield(first);
    Coroutines.yield(first + 1);
    return null;
  }

  @Coroutine
  DoubleStream doubleStream(DoubleStream other) {
    try {
      Coroutines.yieldFrom(other);
      Coroutines.yield(Math.PI);
      return Coroutines.end();
    } finally {
      log.add("closed");
    }
  }

  @Test
  void primitive_streams() {
    assertThat(intStream(5).sum()).isEqualTo(30);
    assertThat(intStream(100_000).limit(3)).containsExactly(0, 1, 4);
    assertThat(longStream(1L << 50)).containsExactly(1L << 50, (1L << 50) + 1);
    assertThat(doubleStream(DoubleStream.of(1, 2))).containsExactly(1.0, 2.0, Math.PI);
    assertThat(log).containsExactly("closed");
    try (DoubleStream left = doubleStream(DoubleStream.of(1, 2))) {
      assertThat(left.iterator().nextDouble()).isEqualTo(1);
    }
    assertThat(log).containsExactly("closed", "closed");
  }

  @Coroutine
  static IntStream wrong() {
    Coroutines.yield(1);
    Coroutines.yield("two");
    return null;
  }

  @Test
  void a_primitive_stream_of_something_else_says_so() {
    PrimitiveIterator.OfInt iterator = wrong().iterator();
    assertThat(iterator.nextInt()).isEqualTo(1);
    assertThatThrownBy(iterator::nextInt)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must yield Integer values, but yielded two");
  }

  @Coroutine
  static Iterable<Integer> wrongReturn(List<Integer> list) {
    Coroutines.yield(1);
    return list;
  }

  @Test
  void returning_something_else_is_an_error() {
    Iterator<Integer> iterator = iteratorOfWrongReturn();
    assertThat(iterator.next()).isEqualTo(1);
    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class);
  }

  private static Iterator<Integer> iteratorOfWrongReturn() {
    return wrongReturn(List.of(5)).iterator();
  }
}
