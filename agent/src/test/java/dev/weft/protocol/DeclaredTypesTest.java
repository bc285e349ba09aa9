package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generator methods that are declared as collections or streams: starting afresh, and closing. */
@Woven
class DeclaredTypesTest {
  private final List<Object> log = new ArrayList<>();
  private int started;

  @Coroutine
  private Iterable<Object> everyType(
      boolean a, byte b, char c, short d, int e, float f, long g, double h, String i, int[] j) {
    started++;
    Coroutines.yield(List.of(a, b, c, d, e, f, g, h, i, j.length));
    a = !a;
    b++;
    c++;
    d++;
    e++;
    f++;
    g++;
    h++;
    i += "!";
    j = new int[j.length + 1];
    Coroutines.yield(List.of(a, b, c, d, e, f, g, h, i, j.length));
    return Coroutines.end();
  }

  @Test
  void an_iterable_starts_with_the_arguments_of_the_call_whatever_became_of_them() {
    Iterable<Object> iterable =
        everyType(true, (byte) 1, 'c', (short) 2, 3, 4f, 5L, 6.0, "text", new int[7]);
    List<Object> first = List.of(true, (byte) 1, 'c', (short) 2, 3, 4f, 5L, 6.0, "text", 7);
    List<Object> second = List.of(false, (byte) 2, 'd', (short) 3, 4, 5f, 6L, 7.0, "text!", 8);
    assertThat(started).isZero();
    Iterator<Object> one = iterable.iterator();
    assertThat(one.next()).isEqualTo(first);
    assertThat(one.next()).isEqualTo(second);
    Iterator<Object> other = iterable.iterator(); // while the first one is under way
    assertThat(other.next()).isEqualTo(first);
    assertThat(one.hasNext()).isFalse();
    assertThat(other.next()).isEqualTo(second);
    assertThat(iterable).containsExactly(first, second);
    assertThat(started).isEqualTo(3);
  }

  @Coroutine
  private Iterable<Object> failing(int times) {
    try {
      while (times-- > 0) {
        Coroutines.yield(times);
      }
      throw new IllegalStateException("at the end");
    } finally {
      log.add("finally");
    }
  }

  @Test
  void it_starts_afresh_after_failing_and_closing_too() {
    Iterable<Object> iterable = failing(2);
    for (int round = 1; round < 3; round++) {
      Iterator<Object> iterator = iterable.iterator();
      assertThat(iterator.next()).isEqualTo(1);
      assertThat(iterator.next()).isEqualTo(0);
      assertThatThrownBy(iterator::next).hasMessage("at the end");
      assertThat(log).hasSize(round);
    }
    Generator<?, ?, ?> left = (Generator<?, ?, ?>) iterable.iterator();
    left.next();
    left.close();
    assertThat(left.state()).isEqualTo(State.CLOSED);
    assertThat(log).hasSize(3);
    assertThat(iterable.iterator().next()).isEqualTo(1);
  }

  @Test
  void two_loops_over_one_iterable_can_be_nested() {
    Iterable<Integer> iterable = upTo(2);
    List<Integer> products = new ArrayList<>();
    for (int i : iterable) {
      for (int j : iterable) {
        products.add(10 * i + j);
      }
    }
    assertThat(products).containsExactly(11, 12, 21, 22);
  }

  @Coroutine
  private static Iterable<Integer> upTo(int last) {
    for (int i = 1; i <= last; i++) {
      Coroutines.yield(i);
    }
    return null;
  }

  @Coroutine
  private Stream<Integer> objects() {
    try {
      for (int i = 0; ; i++) {
        Coroutines.yield(i);
      }
    } finally {
      log.add("finally");
    }
  }

  @Coroutine
  private IntStream ints() {
    try {
      for (int i = 0; ; i++) {
        Coroutines.yield(i);
      }
    } finally {
      log.add("finally");
    }
  }

  @Coroutine
  private LongStream longs() {
    try {
      for (long i = 0; ; i++) {
        Coroutines.yield(i);
      }
    } finally {
      log.add("finally");
    }
  }

  @Coroutine
  private DoubleStream doubles() {
    try {
      for (double i = 0; ; i++) {
        Coroutines.yield(i);
      }
    } finally {
      log.add("finally");
    }
  }

  @SuppressWarnings("try") // closed more often than it need be
  @Test
  void closing_a_stream_of_any_kind_closes_its_generator_once() {
    List<Supplier<BaseStream<?, ?>>> all =
        List.of(this::objects, this::ints, this::longs, this::doubles);
    for (Supplier<BaseStream<?, ?>> kind : all) {
      log.clear();
      try (BaseStream<?, ?> stream = kind.get()) {
        Iterator<?> iterator = stream.iterator();
        for (int i = 0; i < 3; i++) {
          assertThat(((Number) iterator.next()).intValue()).isEqualTo(i);
        }
        assertThat(log).isEmpty();
        stream.close();
        stream.close();
      }
      assertThat(log).containsExactly("finally");
      kind.get().close(); // has not started
      assertThat(log).containsExactly("finally");
    }
  }

  @Test
  void an_early_end_of_a_primitive_stream_runs_no_more_than_is_wanted() {
    try (IntStream ints = ints();
        LongStream longs = longs();
        DoubleStream doubles = doubles()) {
      assertThat(ints.takeWhile(i -> i < 3).sum()).isEqualTo(3);
      assertThat(longs.filter(i -> i > 5).findFirst()).hasValue(6);
      assertThat(doubles.limit(4).max()).hasValue(3);
      assertThat(log).isEmpty();
    }
    assertThat(log).containsExactly("finally", "finally", "finally");
  }
}
