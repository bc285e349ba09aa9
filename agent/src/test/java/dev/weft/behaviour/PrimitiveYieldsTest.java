package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Yielder;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

/** A primitive that is yielded is boxed only when it is taken; nobody can tell. */
@Woven
class PrimitiveYieldsTest {
  private static final List<Object> ALL =
      List.of(
          true,
          false,
          Byte.MIN_VALUE,
          '\uFFFF',
          Short.MIN_VALUE,
          Integer.MIN_VALUE,
          -0.0f,
          Long.MIN_VALUE,
          Double.MIN_VALUE,
          "a reference");

  @Coroutine
  static Generator<Object, Object, Void> everyKind() {
    Coroutines.yield(true);
    Coroutines.yield(false);
    Coroutines.yield(Byte.MIN_VALUE);
    Coroutines.yield('\uFFFF');
    Coroutines.yield(Short.MIN_VALUE);
    Coroutines.yield(Integer.MIN_VALUE);
    Coroutines.yield(-0.0f);
    Coroutines.yield(Long.MIN_VALUE);
    Coroutines.yield(Double.MIN_VALUE);
    Coroutines.yield("a reference");
    return Coroutines.done();
  }

  @Coroutine
  static void everyKindBelow(int depth) {
    if (depth > 0) {
      everyKindBelow(depth - 1);
      return;
    }
    for (Object value : ALL) {
      Coroutines.yield(value);
    }
    Coroutines.yield(true);
    Coroutines.yield(Byte.MIN_VALUE);
    Coroutines.yield(Long.MIN_VALUE);
    Coroutines.yield("a reference");
    Coroutines.yield(Double.MIN_VALUE);
  }

  @Coroutine
  static Generator<Object, Object, Void> deep(int depth) {
    everyKindBelow(depth);
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Object, Object, Void> delegating() {
    Coroutines.yieldFrom(everyKind());
    Coroutines.yieldFrom(deep(2));
    return Coroutines.done();
  }

  @Coroutine
  static void everyKindTo(Yielder<Object, Object> out) {
    out.yield(true);
    out.yield(false);
    out.yield(Byte.MIN_VALUE);
    out.yield('\uFFFF');
    out.yield(Short.MIN_VALUE);
    out.yield(Integer.MIN_VALUE);
    out.yield(-0.0f);
    out.yield(Long.MIN_VALUE);
    out.yield(Double.MIN_VALUE);
    out.yield("a reference");
  }

  private static List<Object> below() {
    List<Object> all = new ArrayList<>(ALL);
    all.addAll(List.of(true, Byte.MIN_VALUE, Long.MIN_VALUE, "a reference", Double.MIN_VALUE));
    return all;
  }

  private static List<Object> taken(Generator<Object, ?, ?> generator) {
    List<Object> taken = new ArrayList<>();
    generator.forEachRemaining(taken::add);
    return taken;
  }

  @Test
  void every_kind_comes_out_as_its_own_wrapper() {
    assertThat(taken(everyKind())).isEqualTo(ALL);
    assertThat(taken(deep(0))).isEqualTo(below());
    assertThat(taken(deep(3))).isEqualTo(below());
    assertThat(taken(Generator.each(PrimitiveYieldsTest::everyKindTo))).isEqualTo(ALL);
  }

  @Test
  void delegation_hands_it_on() {
    List<Object> expected = new ArrayList<>(ALL);
    expected.addAll(below());
    assertThat(taken(delegating())).isEqualTo(expected);
  }

  @Test
  void small_values_are_the_cached_ones() { // JLS 5.1.7
    Generator<Object, Object, Void> one = ints(1);
    assertThat(one.next()).isSameAs(Integer.valueOf(0));
  }

  @Coroutine
  static Generator<Object, Object, Void> ints(int count) {
    for (int i = 0; i < count; i++) {
      Object sent = Coroutines.yield(i);
      if (sent != null) {
        Coroutines.yield(-(Integer) sent);
      }
    }
    return Coroutines.done();
  }

  @Test
  void a_value_looked_ahead_to_waits_unboxed() {
    Generator<Object, Object, Void> ints = ints(2);
    assertThat(ints.hasNext()).isTrue();
    assertThat(ints.hasNext()).isTrue();
    assertThat(ints.next()).isEqualTo(0);
    assertThat(ints.send(5)).isEqualTo(-5);
    assertThat(ints.hasNext()).isTrue();
    assertThat(ints.next()).isEqualTo(1);
    assertThat(ints.hasNext()).isFalse();
  }

  @Coroutine
  static Generator<Object, Object, Void> ownAndBelow() {
    Coroutines.yield(1);
    everyKindBelow(1);
    Coroutines.yield(2);
    return Coroutines.done();
  }

  @Test
  void own_yields_of_one_kind_stand_beside_others_below() {
    List<Object> expected = new ArrayList<>(List.of(1));
    expected.addAll(below());
    expected.add(2);
    assertThat(taken(ownAndBelow())).isEqualTo(expected);
  }

  @Coroutine
  static int sum(int depth) {
    if (depth > 0) {
      return sum(depth - 1) + 1;
    }
    int total = 0;
    for (int i = 10; i < 13; i++) {
      total += i;
      Coroutines.yield(i);
    }
    return total;
  }

  @Coroutine
  static Generator<Object, Object, Integer> summing() {
    int first = sum(0);
    int second = sum(2);
    Coroutines.yield(first);
    return Coroutines.done(first * 100 + second);
  }

  @Test
  void a_yielded_int_and_a_returned_one_do_not_mix() {
    Generator<Object, Object, Integer> summing = summing();
    assertThat(taken(summing)).containsExactly(10, 11, 12, 10, 11, 12, 33);
    assertThat(summing.result()).isEqualTo(3335);
  }

  @Coroutine
  static PrimitiveIterator.OfInt eitherWay(boolean boxed) {
    Integer one = 1;
    if (boxed) {
      Coroutines.yield(one);
    } else {
      Coroutines.yield(1);
    }
    Coroutines.yield(boxed ? one : 2);
    return Coroutines.end();
  }

  @Test
  void a_primitive_iterator_takes_both_ints_and_integers() {
    PrimitiveIterator.OfInt boxed = eitherWay(true);
    assertThat(List.of(boxed.nextInt(), boxed.nextInt())).containsExactly(1, 1);
    PrimitiveIterator.OfInt unboxed = eitherWay(false);
    assertThat(List.of(unboxed.nextInt(), unboxed.nextInt())).containsExactly(1, 2);
  }

  @Coroutine
  static PrimitiveIterator.OfLong intsForLongs() {
    Coroutines.yield(1L);
    Coroutines.yield(2);
    return Coroutines.end();
  }

  @Test
  void a_value_of_another_primitive_type_is_an_error() {
    PrimitiveIterator.OfLong longs = intsForLongs();
    assertThat(longs.nextLong()).isEqualTo(1);
    assertThatThrownBy(longs::nextLong)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a generator method that returns a primitive iterator or stream must yield Long values,"
                + " but yielded 2");
  }
}
