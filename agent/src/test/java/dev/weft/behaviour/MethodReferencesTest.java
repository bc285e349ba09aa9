package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Yielder;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Method references of every kind, given for a coroutine interface. */
@Case("CA-10")
@Woven
class MethodReferencesTest {
  interface Step<A, B> {
    @Coroutine
    B run(A argument);
  }

  interface Step2<A, B, C> {
    @Coroutine
    C run(A one, B two);
  }

  interface Maker<T> {
    @Coroutine
    T make();
  }

  static class Speaker {
    final String name;

    Speaker(String name) {
      this.name = name;
    }

    @Coroutine
    String say(String text) {
      return name + Coroutines.yield(text);
    }

    @Coroutine
    private String whisper(String text) {
      return name + Coroutines.yield("(" + text + ")");
    }

    Step<String, String> whispers() {
      return this::whisper;
    }

    @Coroutine
    String name() {
      Coroutines.yield("name");
      return name;
    }
  }

  static class Shouter extends Speaker implements Greets {
    Shouter() {
      super("shouter ");
    }

    @Coroutine
    @Override
    String say(String text) {
      return "shout " + Coroutines.yield(text.toUpperCase(Locale.ROOT));
    }

    Step<String, String> saysAsSuper() {
      return super::say;
    }

    Maker<String> greetsAsSuper() {
      return Greets.super::greet;
    }

    @Override
    public String greet() {
      return "no";
    }
  }

  interface Greets {
    @Coroutine
    default String greet() {
      return "greeting " + Coroutines.yield("greet");
    }
  }

  static class Greeter implements Greets {}

  @Coroutine
  static String ask(String text) {
    return "asked " + Coroutines.yield(text);
  }

  @Coroutine
  static String askAll(String first, Object... rest) {
    return "asked " + Coroutines.yield(first + Arrays.toString(rest));
  }

  @Coroutine
  static <A, B> Generator<String, String, B> run(Step<A, B> step, A argument) {
    return Coroutines.done(step.run(argument));
  }

  @Coroutine
  static <A, B, C> Generator<String, String, C> run(Step2<A, B, C> step, A one, B two) {
    return Coroutines.done(step.run(one, two));
  }

  @Coroutine
  static <T> Generator<String, String, T> run(Maker<T> maker) {
    return Coroutines.done(maker.make());
  }

  private static void check(
      Generator<String, String, String> generator, String yields, String returns) {
    assertThat(generator.next()).isEqualTo(yields);
    assertThat(Drive.toEnd(generator, "!")).isEqualTo(returns);
  }

  @Test
  void to_a_static_method() {
    check(run(MethodReferencesTest::ask, "x"), "x", "asked !");
  }

  @Test
  void to_a_method_of_a_given_receiver() {
    Speaker speaker = new Speaker("s ");
    check(run(speaker::say, "x"), "x", "s !");
    check(run(new Shouter()::say, "x"), "X", "shout !");
    check(run(new Greeter()::greet), "greet", "greeting !");
    Speaker none = null;
    assertThatThrownBy(() -> run(none::say, "x")).isInstanceOf(NullPointerException.class);
  }

  @Test
  void to_a_method_whose_receiver_is_the_first_argument() {
    check(run(Speaker::say, new Speaker("s "), "x"), "x", "s !");
    check(run(Speaker::say, new Shouter(), "x"), "X", "shout !");
    check(run(Greets::greet, new Greeter()), "greet", "greeting !");
    assertThatThrownBy(() -> run(Speaker::say, (Speaker) null, "x").next())
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void to_a_private_method() {
    check(run(new Speaker("s ").whispers(), "x"), "(x)", "s !");
    check(run(Speaker::whisper, new Speaker("s "), "x"), "(x)", "s !");
  }

  @Test
  void to_a_method_of_super() {
    check(run(new Shouter().saysAsSuper(), "x"), "x", "shouter !");
    check(run(new Shouter().greetsAsSuper()), "greet", "greeting !");
  }

  @Test
  void with_variable_arguments() {
    check(run((Step<String, String>) MethodReferencesTest::askAll, "x"), "x[]", "asked !");
    Step2<String, Integer, String> two = MethodReferencesTest::askAll;
    check(run(two, "x", 1), "x[1]", "asked !");
    Step2<String, Object[], String> array = MethodReferencesTest::askAll;
    check(run(array, "x", new Object[] {1, 2}), "x[1, 2]", "asked !");
  }

  @Test
  void to_what_is_no_coroutine() {
    assertThat(Drive.toEnd(run(String::length, "four"), null)).isEqualTo(4);
    assertThat(Drive.toEnd(run("four"::concat, "x"), null)).isEqualTo("fourx");
    assertThat(Drive.toEnd(run(String::concat, "a", "b"), null)).isEqualTo("ab");
    Step<Object, String> text = Object::toString;
    assertThat(Drive.toEnd(run(text, 1), null)).isEqualTo("1");
    Step<int[], Object> copy = int[]::clone;
    assertThat(Drive.toEnd(run(copy, new int[] {7}), null)).isEqualTo(new int[] {7});
  }

  @Test
  void to_a_constructor() {
    Step<String, Speaker> maker = Speaker::new;
    assertThat(Drive.toEnd(run(maker, "made"), null).name).isEqualTo("made");
    Maker<Shouter> shouter = Shouter::new;
    assertThat(Drive.toEnd(run(shouter), null).name).isEqualTo("shouter ");
    Step<Integer, String[]> array = String[]::new;
    assertThat(Drive.toEnd(run(array, 3), null)).hasSize(3);
  }

  @Test
  @SuppressWarnings("UnnecessaryMethodReference")
  void to_the_method_of_another_coroutine_interface() {
    Step<String, String> inner = text -> text + Coroutines.yield("inner");
    Step<String, String> outer = inner::run;
    check(run(outer, "x"), "inner", "x!");
    Step2<Step<String, String>, String, String> unbound = Step::run;
    check(run(unbound, outer, "y"), "inner", "y!");
  }

  @Test
  void to_the_yield_itself() {
    Step<Object, String> yields = Coroutines::yield;
    check(run(yields, "yielded"), "yielded", "!");
    Maker<String> yieldsNull = Coroutines::yield;
    check(run(yieldsNull), null, "!");
    Step<List<String>, String> delegates = Coroutines::yieldFrom;
    assertThat(run(delegates, List.of("a", "b")).stream()).containsExactly("a", "b");
  }

  @Coroutine
  static String body(Yielder<String, String> out) {
    return "body " + out.yield("typed");
  }

  @Test
  void as_the_body_of_a_generator() {
    check(Generator.of(MethodReferencesTest::body), "typed", "body !");
    Generator<String, String, String> yields = Generator.of(out -> out.yield("typed"));
    check(yields, "typed", "!");
  }

  @Test
  void the_same_reference_may_be_written_twice() {
    Step<String, String> one = MethodReferencesTest::ask;
    Step<String, String> other = MethodReferencesTest::ask;
    check(run(one, "one"), "one", "asked !");
    check(run(other, "other"), "other", "asked !");
  }
}
