package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static dev.weft.protocol.Outcome.ofNext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;

/** What small bodies yield, receive and return, in every form. */
@Woven(programs = true)
class ValuesTest {
  private final List<Object> log = new ArrayList<>();

  private Generator<Object, Object, Object> open(String form, String program) {
    return Programs.open(form, getClass(), program, log);
  }

  @Coroutine
  static Object two_yields(List<Object> log) {
    log.add("entered");
    Coroutines.yield(1);
    Coroutines.yield(2);
    return null;
  }

  @Case("GP-01")
  @EveryForm
  void two_values_and_then_the_end_for_ever(String form) {
    Generator<Object, Object, Object> generator = open(form, "two_yields");
    assertThat(ofNext(generator, 5)).containsExactly(1, 2, end(null), end(null), end(null));
    assertThat(log).containsExactly("entered");
  }

  @Coroutine
  static Object returns_between(List<Object> log) {
    Coroutines.yield(1);
    if (log.isEmpty()) {
      return null;
    }
    Coroutines.yield(2);
    log.add("never");
    return null;
  }

  @Case("GP-02")
  @EveryForm
  void what_follows_a_return_is_never_reached(String form) {
    Generator<Object, Object, Object> generator = open(form, "returns_between");
    assertThat(ofNext(generator, 2)).containsExactly(1, end(null));
    log.add("would go on now");
    assertThat(ofNext(generator, 2)).containsExactly(end(null), end(null));
    assertThat(log).containsExactly("would go on now");
  }

  @Coroutine
  static Object four_nulls(List<Object> log) {
    for (int i = 0; i < 4; i++) {
      Coroutines.yield(null);
    }
    return null;
  }

  @Case("GP-03")
  @EveryForm
  void null_is_a_value_and_not_the_end(String form) {
    Generator<Object, Object, Object> generator = open(form, "four_nulls");
    assertThat(ofNext(generator, 5)).containsExactly(null, null, null, null, end(null));
    List<Object> taken = new ArrayList<>();
    open(form, "four_nulls").forEachRemaining(taken::add);
    assertThat(taken).containsExactly(null, null, null, null);
  }

  @Coroutine
  static Object receives(List<Object> log) {
    Object received = Coroutines.yield("first");
    log.add(received);
    Coroutines.yield("second");
    return null;
  }

  @Case("GP-04")
  @EveryForm
  void the_yield_evaluates_to_what_is_sent(String form) {
    Generator<Object, Object, Object> generator = open(form, "receives");
    assertThat(generator.next()).isEqualTo("first");
    assertThat(generator.send(42)).isEqualTo("second");
    assertThat(log).containsExactly(42);
  }

  @Coroutine
  static Object returns_what_it_is_given(List<Object> log) {
    Coroutines.yield(1);
    return log.get(0);
  }

  @Coroutine
  static Object returns_what_is_sent(List<Object> log) {
    return Coroutines.yield(1);
  }

  private static Object[] results() {
    return new Object[] {
      null, 1, new Object[] {1, 2}, List.of(3), new IllegalStateException(), new StopIteration(5)
    };
  }

  @Case("GP-07")
  @EveryForm
  void the_result_is_the_very_object_returned(String form) {
    for (Object result : results()) {
      log.clear();
      log.add(result);
      Generator<Object, Object, Object> generator = open(form, "returns_what_it_is_given");
      generator.next();
      StopIteration stop = catchThrowableOfType(StopIteration.class, generator::next);
      assertThat(stop.value()).isSameAs(result);
      assertThat(generator.result()).isSameAs(result);
    }
  }

  @Case({"GP-07", "GP-08"})
  @EveryForm
  void what_is_sent_can_be_returned_at_once(String form) {
    for (Object result : results()) {
      Generator<Object, Object, Object> generator = open(form, "returns_what_is_sent");
      generator.next();
      StopIteration stop = catchThrowableOfType(StopIteration.class, () -> generator.send(result));
      assertThat(stop.value()).isSameAs(result);
      assertThat(generator.result()).isSameAs(result);
      assertThat(generator.state()).isEqualTo(State.CLOSED);
    }
  }

  @Coroutine
  static Object adds_up(List<Object> log) {
    int count = 0;
    while (count < 1000) {
      count += Coroutines.<Integer>yield(count);
    }
    return count;
  }

  @Case("GP-09")
  @EveryForm
  void the_old_value_of_a_sum_waits_below_the_yield(String form) {
    Generator<Object, Object, Object> generator = open(form, "adds_up");
    assertThat(generator.next()).isEqualTo(0);
    assertThat(generator.send(10)).isEqualTo(10);
    assertThat(generator.send(10)).isEqualTo(20);
    assertThat(generator.send(10)).isEqualTo(30);
  }

  /** Java evaluates from left to right what Python evaluates right side first. */
  @Coroutine
  static Object stores_in_a_chain(List<Object> log) {
    Integer[] left = {-1, -2, -3};
    Integer[] right = {-4, -5, -6};
    log.add(left);
    log.add(right);
    left[Coroutines.<Integer>yield("left index")] =
        right[Coroutines.<Integer>yield("right index")] = Coroutines.<Integer>yield("value");
    left[1] = Coroutines.<Integer>yield("second value");
    return null;
  }

  @Case("GP-10")
  @EveryForm
  void a_store_happens_after_its_own_resume_only(String form) {
    Generator<Object, Object, Object> generator = open(form, "stores_in_a_chain");
    assertThat(generator.next()).isEqualTo("left index");
    assertThat(generator.send(2)).isEqualTo("right index");
    assertThat(generator.send(0)).isEqualTo("value");
    assertThat(log).containsExactly(new Integer[] {-1, -2, -3}, new Integer[] {-4, -5, -6});
    assertThat(generator.send(7)).isEqualTo("second value");
    assertThat(log).containsExactly(new Integer[] {-1, -2, 7}, new Integer[] {7, -5, -6});
    assertThat(Outcome.of(() -> generator.send(8))).isEqualTo(end(null));
    assertThat(log).containsExactly(new Integer[] {-1, 8, 7}, new Integer[] {7, -5, -6});
  }

  @Coroutine
  static Object only_returns(List<Object> log) {
    return "at once";
  }

  @Coroutine
  static Object does_nothing_but_log(List<Object> log) {
    log.add("ran");
    return null;
  }

  @Coroutine
  static Object only_yields(List<Object> log) {
    return Coroutines.yield();
  }

  @Coroutine
  static Object always_yields(List<Object> log) {
    while (true) {
      Coroutines.yield("again");
    }
  }

  @Case("GP-20")
  @EveryForm
  void bodies_with_next_to_nothing_in_them(String form) {
    assertThat(ofNext(open(form, "only_returns"), 2)).containsExactly(end("at once"), end(null));
    Generator<Object, Object, Object> noYield = open(form, "does_nothing_but_log");
    assertThat(log).isEmpty();
    assertThat(ofNext(noYield, 2)).containsExactly(end(null), end(null));
    assertThat(log).containsExactly("ran");
    assertThat(ofNext(open(form, "only_yields"), 3)).containsExactly(null, end(null), end(null));
    assertThat(ofNext(open(form, "always_yields"), 3)).containsOnly("again");
  }

  @Coroutine
  static Object yields_what_a_yield_gave(List<Object> log) {
    log.add(Coroutines.yield());
    return Coroutines.yield(Coroutines.yield(Coroutines.yield(1)));
  }

  @Case("GP-21")
  @EveryForm
  void a_yield_without_a_value_and_yields_of_yields(String form) {
    Generator<Object, Object, Object> generator = open(form, "yields_what_a_yield_gave");
    assertThat(generator.next()).isNull();
    assertThat(generator.send("a")).isEqualTo(1);
    assertThat(generator.send("b")).isEqualTo("b");
    assertThat(generator.next()).isNull();
    assertThat(Outcome.of(() -> generator.send("c"))).isEqualTo(end("c"));
    assertThat(log).containsExactly("a");
  }

  @Coroutine
  static Object wants_integers(List<Object> log) {
    while (true) {
      try {
        Integer boxed = Coroutines.yield("boxed");
        log.add(boxed);
        int primitive = Coroutines.yield("primitive");
        log.add(primitive);
      } catch (ClassCastException | NullPointerException e) {
        log.add(e.getClass());
      }
    }
  }

  @EveryForm
  void a_value_of_the_wrong_type_fails_at_the_yield_where_it_can_be_caught(String form) {
    Generator<Object, Object, Object> generator = open(form, "wants_integers");
    generator.next();
    assertThat(generator.send("text")).isEqualTo("boxed");
    assertThat(generator.send(1)).isEqualTo("primitive");
    assertThat(generator.send("text")).isEqualTo("boxed");
    assertThat(generator.next()).isEqualTo("primitive");
    assertThat(generator.next()).isEqualTo("boxed");
    assertThat(log)
        .containsExactly(
            ClassCastException.class,
            1,
            ClassCastException.class,
            null,
            NullPointerException.class);
  }

  @EveryForm
  void uncaught_it_reaches_the_sender_and_names_both_types(String form) {
    Generator<Object, Object, Object> generator = open(form, "adds_up");
    generator.next();
    assertThat((Throwable) Outcome.of(() -> generator.send("text")))
        .isExactlyInstanceOf(ClassCastException.class)
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("java.lang.Integer");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }
}
