package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arguments of all types are there before and after a suspension. */
@Woven
class ParameterTypesTest {
  @Coroutine
  static String all(
      boolean z, byte b, char c, short s, int i, long l, float f, double d, String t, int[] a) {
    String before = List.of(z, b, c, s, i, l, f, d, t, a.length).toString();
    Coroutines.yield(before);
    Coroutines.yield("again");
    String after = List.of(z, b, c, s, i, l, f, d, t, a.length).toString();
    return before.equals(after) ? "same" : after;
  }

  @Coroutine
  String instance(long l, int i, double d, Object o, byte b) {
    Coroutines.yield("first");
    l += i;
    Coroutines.yield("second");
    return l + " " + i + " " + d + " " + o + " " + b;
  }

  @Coroutine
  static Generator<String, Void, String> callAll() {
    return Coroutines.done(
        all(true, (byte) -1, 'c', (short) -2, 3, 1L << 40, 0.5f, 1e300, "t", new int[10]));
  }

  @Case("LO-23")
  @Test
  void all_types_are_passed_and_kept() {
    Generator<String, Void, String> generator = callAll();
    assertThat(generator.stream())
        .containsExactly("[true, -1, c, -2, 3, 1099511627776, 0.5, 1.0E300, t, 10]", "again");
    assertThat(generator.result()).isEqualTo("same");
  }

  @Coroutine
  static Generator<String, Void, String> callInstance(ParameterTypesTest self) {
    return Coroutines.done(self.instance(1L << 33, 2, 3.5, "o", (byte) 4));
  }

  @Test
  void wide_types_between_narrow_ones_keep_their_places() {
    Generator<String, Void, String> generator = callInstance(this);
    assertThat(generator.stream()).containsExactly("first", "second");
    assertThat(generator.result()).isEqualTo("8589934594 2 3.5 o 4");
  }

  @Coroutine
  static Generator<Object, Void, String> generator(
      boolean z, byte b, char c, short s, int i, long l, float f, double d, String t, int... a) {
    Coroutines.yield(z ? b : c);
    Coroutines.yield(s + i + l);
    Coroutines.yield(f + d);
    return Coroutines.done(t + Arrays.toString(a));
  }

  @Test
  void a_generator_method_takes_all_types() {
    Generator<Object, Void, String> generator =
        generator(false, (byte) 1, 'c', (short) 2, 3, 4L, 0.5f, 0.25, "t", 7, 8);
    assertThat(generator.stream()).containsExactly((int) 'c', 9L, 0.75);
    assertThat(generator.result()).isEqualTo("t[7, 8]");
  }

  @Coroutine
  static int sum(String name, int... numbers) {
    int sum = 0;
    for (int number : numbers) {
      Coroutines.yield(name + number);
      sum += number;
    }
    return sum;
  }

  @SafeVarargs
  @Coroutine
  private static <T> T last(T... items) {
    Coroutines.yield("" + items.length);
    return items[items.length - 1];
  }

  @Coroutine
  static Generator<String, Void, Object> callVarargs() {
    int none = sum("none");
    int two = sum("two", 10, 20);
    int array = sum("array", new int[] {30});
    return Coroutines.done(List.of(none, two, array, last("a", "b")));
  }

  @Case("CA-19")
  @Test
  void variable_arguments_are_passed() {
    Generator<String, Void, Object> generator = callVarargs();
    assertThat(generator.stream()).containsExactly("two10", "two20", "array30", "2");
    assertThat(generator.result()).isEqualTo(List.of(0, 30, 30, "b"));
  }

  @Case("CA-19")
  @Test
  void methods_of_variable_arguments_say_so_still() throws Exception {
    assertThat(getClass().getDeclaredMethod("sum", String.class, int[].class).isVarArgs()).isTrue();
    assertThat(getClass().getDeclaredMethod("last", Object[].class).isVarArgs()).isTrue();
  }

  @Coroutine
  static String overloaded(int value) {
    Coroutines.yield("int");
    return "int " + value;
  }

  @Coroutine
  static String overloaded(long value) {
    Coroutines.yield("long");
    return "long " + value;
  }

  @Coroutine
  static String overloaded(Object value) {
    Coroutines.yield("Object");
    return "Object " + value;
  }

  static String overloaded(String value) {
    return "String " + value;
  }

  @Coroutine
  static Generator<String, Void, List<String>> callOverloaded() {
    return Coroutines.done(
        List.of(overloaded(1), overloaded(2L), overloaded('3'), overloaded(4.0), overloaded("5")));
  }

  @Test
  void overloads_are_told_apart() {
    Generator<String, Void, List<String>> generator = callOverloaded();
    assertThat(generator.stream()).containsExactly("int", "long", "int", "Object");
    assertThat(generator.result())
        .containsExactly("int 1", "long 2", "int 51", "Object 4.0", "String 5");
  }
}
