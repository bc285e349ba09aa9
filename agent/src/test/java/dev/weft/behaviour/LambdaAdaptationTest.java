package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** Lambdas and method references whose types differ from those of their interface's method. */
@Woven
class LambdaAdaptationTest {
  interface OfInt {
    @Coroutine
    int run(int value);
  }

  interface OfLong {
    @Coroutine
    long run(int value);
  }

  interface OfDouble {
    @Coroutine
    double run(char value, byte other);
  }

  interface OfObject {
    @Coroutine
    Object run(int value);
  }

  interface OfNothing {
    @Coroutine
    void run(long value);
  }

  interface Generic<A, B> {
    @Coroutine
    B run(A value);
  }

  @Coroutine
  static int ask(int value) {
    int sent = Coroutines.yield("int " + value);
    return sent + value;
  }

  @Coroutine
  static Integer askBoxed(Integer value) {
    int sent = Coroutines.yield("Integer " + value);
    return sent + value;
  }

  @Coroutine
  static long askWide(long value) {
    int sent = Coroutines.yield("long " + value);
    return sent + value;
  }

  @Coroutine
  static double askReal(double value, Object other) {
    int sent = Coroutines.yield("double " + value + " " + other);
    return sent + value;
  }

  @Coroutine
  static Integer askNumber(Number value) {
    int sent = Coroutines.yield(value.getClass().getSimpleName() + " " + value);
    return sent + value.intValue();
  }

  private static void check(Generator<Object, Integer, ?> generator, String asks, Object result) {
    assertThat(generator.next()).isEqualTo(asks);
    assertThat(Drive.toEnd(generator, 10)).isEqualTo(result);
  }

  @Coroutine
  static Generator<Object, Integer, Integer> runOfInt(OfInt code) {
    return Coroutines.done(code.run(1));
  }

  @Coroutine
  static Generator<Object, Integer, Long> runOfLong(OfLong code) {
    return Coroutines.done(code.run(2));
  }

  @Coroutine
  static Generator<Object, Integer, Double> runOfDouble(OfDouble code) {
    return Coroutines.done(code.run('a', (byte) -3));
  }

  @Coroutine
  static Generator<Object, Integer, Object> runOfObject(OfObject code) {
    return Coroutines.done(code.run(4));
  }

  @Coroutine
  static Generator<Object, Integer, String> runOfNothing(OfNothing code) {
    code.run(5);
    return Coroutines.done("nothing");
  }

  @Coroutine
  static <A, B> Generator<Object, Integer, B> run(Generic<A, B> code, A value) {
    return Coroutines.done(code.run(value));
  }

  @Test
  void primitives_are_boxed_unboxed_and_widened() {
    check(runOfInt(LambdaAdaptationTest::ask), "int 1", 11);
    check(runOfInt(LambdaAdaptationTest::askBoxed), "Integer 1", 11);
    check(runOfInt(LambdaAdaptationTest::askNumber), "Integer 1", 11);
    check(runOfLong(LambdaAdaptationTest::ask), "int 2", 12L);
    check(runOfLong(LambdaAdaptationTest::askBoxed), "Integer 2", 12L);
    check(runOfLong(LambdaAdaptationTest::askWide), "long 2", 12L);
    check(runOfDouble(LambdaAdaptationTest::askReal), "double 97.0 -3", 107.0);
  }

  @Test
  void primitives_become_objects() {
    check(runOfObject(LambdaAdaptationTest::ask), "int 4", 14);
    check(runOfObject(LambdaAdaptationTest::askBoxed), "Integer 4", 14);
    check(runOfObject(LambdaAdaptationTest::askWide), "long 4", 14L);
  }

  @Test
  void results_are_dropped() {
    check(runOfNothing(LambdaAdaptationTest::askWide), "long 5", "nothing");
    check(runOfNothing(v -> ask((int) v)), "int 5", "nothing");
    check(runOfNothing(value -> Coroutines.yield("v" + value)), "v5", "nothing");
  }

  @Test
  void type_arguments_are_cast_and_unboxed() {
    Generic<Integer, Integer> boxed = LambdaAdaptationTest::ask;
    check(run(boxed, 6), "int 6", 16);
    Generic<Integer, Long> widened = LambdaAdaptationTest::askWide;
    check(run(widened, 7), "long 7", 17L);
    Generic<Integer, Number> supertypes = LambdaAdaptationTest::askNumber;
    check(run(supertypes, 8), "Integer 8", 18);
    Generic<Byte, Object> narrow = LambdaAdaptationTest::askWide;
    check(run(narrow, (byte) 9), "long 9", 19L);
    Generic<Character, Object> character = LambdaAdaptationTest::ask;
    check(run(character, 'b'), "int 98", 108);
  }

  @Test
  void a_null_to_unbox_is_a_null_pointer() {
    Generic<Integer, Integer> boxed = LambdaAdaptationTest::ask;
    assertThatThrownBy(() -> run(boxed, null).next()).isInstanceOf(NullPointerException.class);
    OfInt returnsNull =
        value -> {
          Integer sent = Coroutines.yield("null?");
          return sent;
        };
    Generator<Object, Integer, Integer> generator = runOfInt(returnsNull);
    assertThat(generator.next()).isEqualTo("null?");
    assertThatThrownBy(generator::next).isInstanceOf(NullPointerException.class);
  }

  /** A resumed frame returns past the lambda's class, which must not lose its conversion. */
  @Test
  void conversions_happen_after_each_of_several_resumes() {
    OfLong code = value -> ask(value) + ask(value + 1) + ask(value + 2);
    Generator<Object, Integer, Long> generator = runOfLong(code);
    assertThat(generator.next()).isEqualTo("int 2");
    assertThat(generator.send(100)).isEqualTo("int 3");
    assertThat(generator.send(100)).isEqualTo("int 4");
    assertThat(Drive.toEnd(generator, 100)).isEqualTo(309L);
  }

  interface Many {
    @Coroutine
    Iterator<Integer> numbers(int upTo);
  }

  @Coroutine
  static Iterator<Integer> evens(int upTo) {
    for (int i = 0; i <= upTo; i += 2) {
      Coroutines.yield(i);
    }
    return null;
  }

  @Test
  void the_interface_may_have_a_generator_method() {
    int step = 3;
    Many lambda =
        upTo -> {
          for (int i = step; i <= upTo; i += step) {
            Coroutines.yield(i);
          }
          return Coroutines.end();
        };
    assertThat(lambda.numbers(10)).toIterable().containsExactly(3, 6, 9);
    Many reference = LambdaAdaptationTest::evens;
    assertThat(reference.numbers(5)).toIterable().containsExactly(0, 2, 4);
    Many empty = upTo -> null;
    assertThat(empty.numbers(5)).isExhausted();
  }

  interface MakesGenerators<T> {
    @Coroutine
    Generator<T, T, T> make(T first);
  }

  private final String suffix = "!";

  @Test
  void a_generic_interface_may_have_one_too() {
    MakesGenerators<String> lambda =
        first -> {
          String second = Coroutines.yield(first + suffix);
          return Coroutines.done(first + second);
        };
    Generator<String, String, String> generator = lambda.make("a");
    assertThat(generator.next()).isEqualTo("a!");
    assertThat(Drive.toEnd(generator, "b")).isEqualTo("ab");
  }
}
