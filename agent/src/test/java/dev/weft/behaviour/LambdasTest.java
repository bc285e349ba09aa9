package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Lambdas of a functional interface of the user's own whose method is a coroutine. */
@Case("CA-09")
@Woven
class LambdasTest {
  private String field = "field";

  @FunctionalInterface
  interface Step {
    @Coroutine
    String run(String argument);

    @Coroutine
    default Step then(Step next) {
      return argument -> next.run(run(argument));
    }
  }

  @FunctionalInterface
  interface Mapping<A, B> {
    @Coroutine
    B map(A value) throws Exception;
  }

  @Coroutine
  static Generator<String, String, String> run(Step step) {
    return Coroutines.done("(" + step.run("x") + ")");
  }

  @Test
  void a_lambda_that_captures_nothing() {
    Step step = argument -> argument + Coroutines.yield(argument + "?");
    Generator<String, String, String> generator = run(step);
    assertThat(generator.next()).isEqualTo("x?");
    assertThat(Drive.toEnd(generator, "!")).isEqualTo("(x!)");
    assertThat(run(step).next()).isEqualTo("x?");
  }

  @Test
  void a_lambda_that_captures_variables() {
    long wide = 1L << 40;
    String text = "t";
    double real = 0.5;
    boolean flag = true;
    Step step =
        argument -> {
          String sent = Coroutines.yield(text + wide + real + flag + argument);
          return sent + wide + text + real + flag + argument;
        };
    Generator<String, String, String> generator = run(step);
    assertThat(generator.next()).isEqualTo("t10995116277760.5truex");
    assertThat(Drive.toEnd(generator, "s")).isEqualTo("(s1099511627776t0.5truex)");
  }

  @Test
  void a_lambda_that_captures_its_instance() {
    Step step =
        argument -> {
          String before = field;
          field = Coroutines.yield(field + argument);
          return before + field;
        };
    Generator<String, String, String> generator = run(step);
    assertThat(generator.next()).isEqualTo("fieldx");
    field = "other";
    assertThat(Drive.toEnd(generator, "sent")).isEqualTo("(fieldsent)");
    assertThat(field).isEqualTo("sent");
  }

  @Test
  void lambdas_inside_lambdas() {
    Step outer =
        argument -> {
          Step inner =
              text -> {
                Step innermost = letter -> letter + Coroutines.yield("innermost " + letter);
                Coroutines.yield("inner " + text + argument);
                return innermost.run(text + argument);
              };
          return inner.run("1") + inner.run("2");
        };
    Generator<String, String, String> generator = run(outer);
    assertThat(generator.next()).isEqualTo("inner 1x");
    assertThat(generator.next()).isEqualTo("innermost 1x");
    assertThat(generator.send("a")).isEqualTo("inner 2x");
    assertThat(generator.next()).isEqualTo("innermost 2x");
    assertThat(Drive.toEnd(generator, "b")).isEqualTo("(1xa2xb)");
  }

  static Step named(String name) {
    return argument -> argument + Coroutines.yield(name);
  }

  @Test
  void lambdas_are_returned_stored_and_combined() {
    List<Step> stored = List.of(named("first"), named("second"));
    Step both = stored.get(0).then(stored.get(1)).then(argument -> argument + ".");
    Generator<String, String, String> generator = run(both);
    assertThat(generator.next()).isEqualTo("first");
    assertThat(generator.send("1")).isEqualTo("second");
    assertThat(Drive.toEnd(generator, "2")).isEqualTo("(x12.)");
  }

  @Test
  void lambdas_pass_through_code_that_is_not_marked() {
    Function<String, Step> make = name -> argument -> argument + Coroutines.yield(name);
    Supplier<Step> supplier = () -> make.apply("made");
    Step step = Optional.of(supplier).map(Supplier::get).orElseThrow();
    Generator<String, String, String> generator = run(step);
    assertThat(generator.next()).isEqualTo("made");
    assertThat(Drive.toEnd(generator, "!")).isEqualTo("(x!)");
  }

  @Test
  void a_lambda_that_catches_all_does_not_see_the_machinery() {
    Step step =
        argument -> {
          try {
            return argument + Coroutines.yield("in try");
          } catch (Throwable t) {
            return "caught " + t.getMessage();
          }
        };
    Generator<String, String, String> generator = run(step);
    assertThat(generator.next()).isEqualTo("in try");
    assertThat(Drive.toEnd(generator, "!")).isEqualTo("(x!)");
    Generator<String, String, String> raised = run(step);
    raised.next();
    assertThatThrownBy(() -> raised.raise(new Exception("raised"))).isInstanceOf(Exception.class);
    assertThat(raised.result()).isEqualTo("(caught raised)");
  }

  @Coroutine
  static <A, B> Generator<Object, Integer, B> map(Mapping<A, B> mapping, A value) throws Exception {
    return Coroutines.done(mapping.map(value));
  }

  @Test
  void a_generic_lambda() throws Exception {
    Mapping<String, Integer> mapping =
        text -> text.length() + Coroutines.<Integer>yield(text.concat("?"));
    Generator<Object, Integer, Integer> generator = map(mapping, "four");
    assertThat(generator.next()).isEqualTo("four?");
    assertThat(Drive.toEnd(generator, 100)).isEqualTo(104);
    Generator<Object, Integer, Integer> wrongType = map(unsafe(mapping), 5);
    assertThatThrownBy(wrongType::next).isInstanceOf(ClassCastException.class);
  }

  @SuppressWarnings("unchecked")
  private static <A, B> Mapping<A, B> unsafe(Mapping<?, B> mapping) {
    return (Mapping<A, B>) mapping;
  }

  @Test
  void a_lambda_recurses_through_a_field() {
    recursive = n -> n == 0 ? 0 : n + recursive.map(n - Coroutines.<Integer>yield(n));
    Generator<Object, Integer, Integer> generator = Generator.of(out -> recursive.map(9));
    assertThat(generator.next()).isEqualTo(9);
    assertThat(generator.send(4)).isEqualTo(5);
    assertThat(generator.send(3)).isEqualTo(2);
    assertThat(Drive.toEnd(generator, 2)).isEqualTo(16);
  }

  private Mapping<Integer, Integer> recursive;

  @Test
  void plain_code_may_run_a_lambda_that_does_not_yield() throws Exception {
    Mapping<String, Integer> mapping = String::length;
    assertThat(mapping.map("four")).isEqualTo(4);
    Step yielding = named("no generator");
    assertThatThrownBy(() -> yielding.run("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no generator to suspend");
  }
}
