package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Snapshot.Activation;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The locals in a snapshot: names, values, and the types of the variables. */
@Woven
class SnapshotLocalsTest {
  private static Activation top(Generator<?, ?, ?> generator) {
    return generator.snapshot().frames().get(0);
  }

  @Coroutine
  private static Generator<Object, Object, String> typed(
      boolean z, byte b, short s, char c, int i, long j, float f, double d, String a, int[] n) {
    Coroutines.yield("waiting");
    return Coroutines.done("" + z + b + s + c + i + j + f + d + a + n.length);
  }

  @Test
  void parameters_have_the_types_of_their_variables() {
    int[] array = {1, 2};
    Generator<Object, Object, String> generator =
        typed(true, (byte) -1, (short) -2, 'c', 4, 5L, 6.5f, 7.5, "text", array);
    assertTyped(top(generator), array);
    generator.next();
    assertTyped(top(generator), array);
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo("true-1-2c456.57.5text2");
  }

  private static void assertTyped(Activation frame, int[] array) {
    assertThat(frame.locals())
        .containsExactly( // in the order of the slots
            entry("z", true),
            entry("b", (byte) -1),
            entry("s", (short) -2),
            entry("c", 'c'),
            entry("i", 4),
            entry("j", 5L),
            entry("f", 6.5f),
            entry("d", 7.5),
            entry("a", "text"),
            entry("n", array));
    assertThat(frame.notLive()).isEmpty();
  }

  @Coroutine
  private static Generator<Object, Object, String> locals(int seed) {
    boolean z = seed > 3;
    char c = (char) ('a' + seed);
    byte b = (byte) (seed + 300);
    short s = (short) -seed;
    Coroutines.yield("waiting");
    return Coroutines.done("" + z + c + b + s);
  }

  @Test
  void so_have_local_variables() {
    Generator<Object, Object, String> generator = locals(5);
    generator.next();
    assertThat(top(generator).locals())
        .containsExactly(
            entry("z", true), entry("c", 'f'), entry("b", (byte) 49), entry("s", (short) -5));
    assertThat(top(generator).notLive()).containsExactly("seed");
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo("truef49-5");
  }

  @Coroutine
  private static boolean subroutine(boolean flag, char letter) {
    Coroutines.yield(letter);
    return flag && letter == 'x';
  }

  @Test
  void so_have_those_of_a_subroutine() {
    Generator<Object, Object, Boolean> generator = Generator.of(out -> subroutine(true, 'x'));
    generator.next();
    assertThat(top(generator).locals()).containsExactly(entry("flag", true), entry("letter", 'x'));
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isTrue();
  }

  @Coroutine
  private static Generator<Object, Object, String> growing() {
    Coroutines.yield("none");
    String first = "1";
    Coroutines.yield("one");
    String second = first + "2";
    Coroutines.yield("two");
    return Coroutines.done(second);
  }

  @Case("ST-07")
  @Test
  void they_come_and_go() {
    Generator<Object, Object, String> generator = growing();
    assertThat(top(generator).locals()).isEmpty();
    generator.next();
    assertThat(top(generator).locals()).isEmpty();
    assertThat(top(generator).notLive()).isEmpty();
    generator.next();
    assertThat(top(generator).locals()).containsExactly(entry("first", "1"));
    generator.next();
    assertThat(top(generator).locals()).containsExactly(entry("second", "12"));
    assertThat(top(generator).notLive()).containsExactly("first");
  }

  @Coroutine
  private static Generator<Object, Object, String> withNull() {
    String text = null;
    Coroutines.yield("waiting");
    return Coroutines.done("" + text);
  }

  @Test
  void a_live_variable_that_is_null_is_live() {
    Generator<Object, Object, String> generator = withNull();
    generator.next();
    assertThat(top(generator).locals()).containsOnlyKeys("text").containsEntry("text", null);
    assertThat(top(generator).notLive()).isEmpty();
  }

  private final String name = String.valueOf("field"); // no constant, so that this is read

  @Coroutine
  private Generator<Object, Object, String> ofInstance(String x) {
    Coroutines.yield("waiting");
    return Coroutines.done(name + x);
  }

  @Test
  void this_is_one_of_them() {
    Generator<Object, Object, String> generator = ofInstance("x");
    assertThat(top(generator).locals()).containsExactly(entry("this", this), entry("x", "x"));
    generator.next();
    assertThat(top(generator).locals()).containsExactly(entry("this", this), entry("x", "x"));
  }

  @Test
  void what_a_lambda_captured_is_among_them() {
    String captured = "c";
    Generator<Object, Object, String> generator =
        Generator.of(out -> {
          out.yield(1);
          return captured + out.yield(2);
        });
    generator.next();
    assertThat(top(generator).locals()).containsExactly(entry("captured", "c"));
    assertThat(top(generator).notLive()).containsExactly("out"); // is the generator itself
    assertThat(top(generator).method()).startsWith("lambda$");
  }

  @Coroutine
  private static Generator<Object, Object, Integer> reusing(int x) {
    if (x > 0) {
      long wide = x;
      Coroutines.yield(wide);
      return Coroutines.done((int) wide);
    }
    String text = "t" + x;
    char letter = text.charAt(0);
    Coroutines.yield(letter);
    return Coroutines.done(text.length() + letter);
  }

  @Test
  void variables_that_share_a_slot_are_told_apart() {
    Generator<Object, Object, Integer> one = reusing(1);
    one.next();
    assertThat(top(one).locals()).containsExactly(entry("wide", 1L));
    Generator<Object, Object, Integer> other = reusing(-1);
    other.next();
    assertThat(top(other).locals()).containsExactly(entry("text", "t-1"), entry("letter", 't'));
  }

  @Coroutine
  private static Generator<Integer, Object, Void> looping(List<Integer> items) {
    for (int item : items) {
      Coroutines.yield(item);
    }
    return Coroutines.done();
  }

  @Test
  void what_has_no_name_in_the_source_is_left_out() {
    Generator<Integer, Object, Void> generator = looping(List.of(1, 2));
    generator.next();
    assertThat(top(generator).locals()).isEmpty(); // the iterator is javac's own
    assertThat(top(generator).notLive()).containsExactly("items", "item");
    assertThat(generator.next()).isEqualTo(2);
  }

  @Test
  void neither_map_nor_list_can_be_changed() {
    Map<String, Object> locals = top(locals(1)).locals();
    assertThatThrownBy(() -> locals.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    List<Activation> frames = locals(1).snapshot().frames();
    assertThatThrownBy(frames::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
