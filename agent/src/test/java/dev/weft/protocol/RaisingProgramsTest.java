package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static dev.weft.protocol.Outcome.ofClose;
import static dev.weft.protocol.Outcome.ofNext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What bodies make of what is raised or thrown in them, in every form. */
@SuppressWarnings({"Finally", "finally"}) // the shapes are the point
@Woven(programs = true)
class RaisingProgramsTest {
  private final List<Object> log = new ArrayList<>();

  private Generator<Object, Object, Object> open(String form, String program) {
    return Programs.open(form, getClass(), program, log);
  }

  private Generator<Object, Object, Object> started(String form, String program) {
    Generator<Object, Object, Object> generator = open(form, program);
    generator.next();
    return generator;
  }

  @Coroutine
  static Object counts_and_catches(List<Object> log) {
    int resumes = 0;
    long sum = 1L << 40;
    while (true) {
      try {
        Integer sent = Coroutines.yield("resumed " + resumes + " sum " + (sum - (1L << 40)));
        resumes++;
        sum += sent;
      } catch (IllegalStateException e) {
        log.add(e);
      }
    }
  }

  @Case("CL-10")
  @EveryForm
  void a_loop_that_catches_goes_on_with_its_variables(String form) {
    Generator<Object, Object, Object> generator = started(form, "counts_and_catches");
    assertThat(generator.send(5)).isEqualTo("resumed 1 sum 5");
    IllegalStateException raised = new IllegalStateException();
    assertThat(generator.raise(raised)).isEqualTo("resumed 1 sum 5");
    assertThat(generator.send(7)).isEqualTo("resumed 2 sum 12");
    assertThat(generator.raise(raised)).isEqualTo("resumed 2 sum 12");
    assertThat(log).hasSize(2).allSatisfy(caught -> assertThat(caught).isSameAs(raised));
  }

  @Coroutine
  static Object catches_checked(List<Object> log) {
    try {
      Coroutines.yield(1);
    } catch (Exception e) {
      log.add(e);
      Coroutines.yield(2);
      throw e;
    }
    return null;
  }

  @Case({"CL-11", "CL-33"})
  @EveryForm
  void an_undeclared_checked_exception_arrives_as_it_is_on_both_sides(String form) {
    Generator<Object, Object, Object> generator = started(form, "catches_checked");
    IOException raised = new IOException("raised");
    assertThat(generator.raise(raised)).isEqualTo(2);
    assertThat(log).hasSize(1);
    assertThat(log.get(0)).isSameAs(raised);
    IOException other = new IOException("not caught");
    assertThat(Outcome.of(() -> generator.raise(other))).isSameAs(other);
    assertThat(List.of(raised, other))
        .allSatisfy(e -> assertThat(e).hasNoCause().hasNoSuppressedExceptions());
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(ofNext(generator, 2)).containsExactly(end(null), end(null));
  }

  private static final class Unmakeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unmakeable(String needed) {
      super(needed.trim());
    }
  }

  @Case("CL-16")
  @EveryForm
  void an_exception_that_cannot_be_made_fails_at_its_maker(String form) {
    Generator<Object, Object, Object> generator = started(form, "counts_and_catches");
    assertThat(Outcome.of(() -> generator.raise(new Unmakeable(null))))
        .isInstanceOf(NullPointerException.class);
    assertThat(generator.state()).isEqualTo(State.SUSPENDED);
    assertThat(generator.send(1)).isEqualTo("resumed 1 sum 1");
  }

  @Coroutine
  static Object yields_in_every_region(List<Object> log) {
    try {
      Coroutines.yield(1);
      try {
        Coroutines.yield(2);
        fail(log);
        Coroutines.yield(3);
      } catch (ArithmeticException e) {
        Coroutines.yield(4);
        Coroutines.yield(5);
        throw e;
      } catch (IllegalStateException e) {
        Coroutines.yield(6);
      }
      Coroutines.yield(7);
    } catch (RuntimeException e) {
      Coroutines.yield(8);
      log.add(e.getClass());
    }
    Coroutines.yield(9);
    try {
      int length = 12;
      log.add(length);
    } finally {
      Coroutines.yield(10);
    }
    Coroutines.yield(11);
    return null;
  }

  private static void fail(List<Object> log) {
    log.add(1 / (log.isEmpty() ? 0 : 1));
  }

  @Case("CL-17")
  @EveryForm
  void every_region_of_nested_tries_may_yield(String form) {
    assertThat(ofNext(open(form, "yields_in_every_region"), 9))
        .containsExactly(1, 2, 4, 5, 8, 9, 10, 11, end(null));
    assertThat(log).containsExactly(ArithmeticException.class, 12);
  }

  @Coroutine
  static Object returns_through_a_yield(List<Object> log) {
    int value = 1;
    try {
      return value + log.size();
    } finally {
      value = 100;
      log.add("finally");
      Coroutines.yield("from finally " + value);
    }
  }

  @Case("CL-18")
  @EveryForm
  void what_is_returned_was_computed_before_the_finally_that_yields(String form) {
    assertThat(ofNext(open(form, "returns_through_a_yield"), 3))
        .containsExactly("from finally 100", end(1), end(null));
  }

  @Coroutine
  static Object returns_in_a_try(List<Object> log) {
    try {
      return "returned";
    } catch (Throwable t) {
      Coroutines.yield("caught");
    }
    return null;
  }

  @Coroutine
  static Object throws_in_a_try(List<Object> log) {
    try {
      throw new StopIteration("thrown");
    } catch (Throwable t) {
      Coroutines.yield("caught " + ((StopIteration) t).value());
    }
    return null;
  }

  @Case("CL-19")
  @EveryForm
  void a_return_is_not_caught_but_a_StopIteration_is(String form) {
    assertThat(ofNext(open(form, "returns_in_a_try"), 2))
        .containsExactly(end("returned"), end(null));
    assertThat(ofNext(open(form, "throws_in_a_try"), 2))
        .containsExactly("caught thrown", end(null));
  }

  @Coroutine
  static Object assigns_what_is_sent(List<Object> log) {
    Object variable = "old variable";
    Object[] array = {"old element"};
    log.add(array);
    try {
      Coroutines.yield("first");
      variable = Coroutines.yield("variable");
      array[0] = Coroutines.yield("element");
      return "not reached";
    } finally {
      log.add(variable);
      if (log.size() > 2) {
        return "finally";
      }
    }
  }

  @Case("CL-24")
  @EveryDirectForm
  void what_is_raised_at_the_right_side_of_an_assignment_prevents_it(String form) {
    Generator<Object, Object, Object> generator = started(form, "assigns_what_is_sent");
    generator.next();
    IllegalStateException raised = new IllegalStateException();
    assertThat(Outcome.of(() -> generator.raise(raised))).isSameAs(raised);
    assertThat(log).containsExactly(new Object[] {"old element"}, "old variable");

    Generator<Object, Object, Object> later = started(form, "assigns_what_is_sent");
    later.next();
    assertThat(later.send("new variable")).isEqualTo("element");
    assertThat(ofClose(later)).isEqualTo("closed");
    assertThat(later.result()).isEqualTo("finally");
    assertThat(log.subList(2, 4)).containsExactly(new Object[] {"old element"}, "new variable");
  }

  @Coroutine
  static Object throws_in_finally(List<Object> log) {
    while (true) {
      try {
        Coroutines.yield("try");
      } finally {
        log.add("finally");
        Coroutines.yield("in finally");
        throw new UnsupportedOperationException("of finally");
      }
    }
  }

  @Case("CL-26")
  @EveryForm
  void a_finally_that_throws_wins_and_runs_once(String form) {
    Generator<Object, Object, Object> generator = started(form, "throws_in_finally");
    assertThat(generator.raise(new IllegalStateException("raised"))).isEqualTo("in finally");
    assertThat((Throwable) Outcome.of(generator::next))
        .isExactlyInstanceOf(UnsupportedOperationException.class)
        .hasMessage("of finally")
        .hasNoSuppressedExceptions();
    assertThat(log).containsExactly("finally");
    assertThat(ofNext(generator, 1)).containsExactly(end(null));

    Generator<Object, Object, Object> raisedAgain = started(form, "throws_in_finally");
    raisedAgain.raise(new IllegalStateException("raised"));
    IllegalStateException second = new IllegalStateException("raised in finally");
    assertThat(Outcome.of(() -> raisedAgain.raise(second))).isSameAs(second);
    assertThat(log).containsExactly("finally", "finally");
  }

  @Case("CL-34")
  @EveryForm
  void one_that_has_ended_says_so_to_next_and_send_and_throws_what_is_raised(String form) {
    Generator<Object, Object, Object> generator = open(form, "returns_in_a_try");
    assertThat(ofNext(generator, 1)).containsExactly(end("returned"));
    IOException raised = new IOException();
    for (int i = 0; i < 2; i++) {
      assertThat(Outcome.of(generator::next)).isEqualTo(end(null));
      assertThat(Outcome.of(() -> generator.send("value"))).isEqualTo(end(null));
      assertThat(Outcome.of(() -> generator.raise(raised))).isSameAs(raised);
      assertThat(ofClose(generator)).isEqualTo("closed");
      assertThat(generator.hasNext()).isFalse();
    }
    assertThat(generator.result()).isEqualTo("returned");
  }
}
