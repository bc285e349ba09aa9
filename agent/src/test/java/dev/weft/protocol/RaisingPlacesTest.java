package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static dev.weft.protocol.Outcome.ofClose;
import static dev.weft.protocol.Outcome.ofNext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;

/** Raising and closing at each place of a try statement, in every form. */
@Woven(programs = true)
class RaisingPlacesTest {
  private final List<Object> log = new ArrayList<>();
  private final IllegalArgumentException raised = new IllegalArgumentException("raised");

  /** A generator that stands at the given one of its yields. */
  private Generator<Object, Object, Object> at(int yields, String form, String program) {
    log.clear();
    Generator<Object, Object, Object> generator = Programs.open(form, getClass(), program, log);
    for (int i = 0; i < yields; i++) {
      generator.next();
    }
    return generator;
  }

  private void assertRaisedPasses(Generator<Object, Object, Object> generator, Object... logged) {
    assertThat(Outcome.of(() -> generator.raise(raised))).isSameAs(raised);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly(logged);
    assertThat(ofNext(generator, 1)).containsExactly(end(null));
  }

  @Coroutine
  static Object with_catch(List<Object> log) {
    Coroutines.yield(1);
    try {
      Coroutines.yield(2);
      failOn(log);
    } catch (RuntimeException e) {
      log.add("caught " + e.getMessage());
      Coroutines.yield(3);
      log.add("after 3");
    }
    log.add("after try");
    Coroutines.yield(4);
    return null;
  }

  private static void failOn(List<Object> log) {
    throw new IllegalStateException("own " + log.size());
  }

  @Case({"CL-12", "CL-20"})
  @EveryForm
  void a_catch_around_the_yield_runs_and_no_other(String form) {
    assertRaisedPasses(at(0, form, "with_catch"));
    assertRaisedPasses(at(1, form, "with_catch"));
    Generator<Object, Object, Object> within = at(2, form, "with_catch");
    assertThat(within.raise(raised)).isEqualTo(3);
    assertThat(ofNext(within, 2)).containsExactly(4, end(null));
    assertThat(log).containsExactly("caught raised", "after 3", "after try");
    assertRaisedPasses(at(3, form, "with_catch"), "caught own 0");
    assertRaisedPasses(at(4, form, "with_catch"), "caught own 0", "after 3", "after try");
  }

  @Coroutine
  static Object with_finally(List<Object> log) {
    Coroutines.yield(1);
    try {
      Coroutines.yield(2);
    } finally {
      log.add("finally");
      Coroutines.yield(3);
      log.add("after 3");
    }
    log.add("after try");
    Coroutines.yield(4);
    return null;
  }

  @Case("CL-21")
  @EveryForm
  void a_finally_runs_once_if_the_yield_is_inside(String form) {
    assertRaisedPasses(at(1, form, "with_finally"));
    Generator<Object, Object, Object> within = at(2, form, "with_finally");
    assertThat(within.raise(raised)).isEqualTo(3);
    assertThat(ofNext(within, 2)).containsExactly(raised, end(null));
    assertThat(log).containsExactly("finally", "after 3");
    assertRaisedPasses(at(3, form, "with_finally"), "finally");
    assertRaisedPasses(at(4, form, "with_finally"), "finally", "after 3", "after try");
  }

  @Coroutine
  static Object nested(List<Object> log) {
    Coroutines.yield(1);
    try {
      Coroutines.yield(2);
      try {
        Coroutines.yield(3);
        failOn(log);
      } catch (RuntimeException e) {
        log.add("caught " + e.getMessage());
        Coroutines.yield(4);
        log.add("after 4");
      }
      Coroutines.yield(5);
    } finally {
      log.add("finally");
      Coroutines.yield(6);
      log.add("after 6");
    }
    log.add("after try");
    Coroutines.yield(7);
    return null;
  }

  @Case("CL-22")
  @EveryForm
  void nested_the_right_handler_runs_and_the_outer_finally_once(String form) {
    Generator<Object, Object, Object> innerTry = at(3, form, "nested");
    assertThat(innerTry.raise(raised)).isEqualTo(4);
    assertThat(ofNext(innerTry, 4)).containsExactly(5, 6, 7, end(null));
    assertThat(log).containsExactly("caught raised", "after 4", "finally", "after 6", "after try");
    assertPassesThroughFinally(at(4, form, "nested"), "caught own 0", "finally", "after 6");
    assertRaisedPasses(at(6, form, "nested"), "caught own 0", "after 4", "finally");
    assertPassesThroughFinally(at(2, form, "nested"), "finally", "after 6");
    assertPassesThroughFinally(
        at(5, form, "nested"), "caught own 0", "after 4", "finally", "after 6");
  }

  private void assertPassesThroughFinally(
      Generator<Object, Object, Object> generator, Object... logged) {
    assertThat(generator.raise(raised)).isEqualTo(6);
    assertThat(ofNext(generator, 2)).containsExactly(raised, end(null));
    assertThat(log).containsExactly(logged);
  }

  @Coroutine
  static Object nested_quietly(List<Object> log) {
    Coroutines.yield(1);
    try {
      Coroutines.yield(2);
      try {
        Coroutines.yield(3);
        failOn(log);
      } catch (RuntimeException e) {
        log.add("caught " + e.getMessage());
        Coroutines.yield(4);
        log.add("after 4");
      } finally {
        log.add("inner");
      }
      Coroutines.yield(5);
      log.add("after 5");
    } finally {
      log.add("outer");
    }
    Coroutines.yield(6);
    return "not reached";
  }

  private void assertCloses(Generator<Object, Object, Object> generator, Object... logged) {
    assertThat(ofClose(generator)).isEqualTo("closed");
    assertThat(ofClose(generator)).isEqualTo("closed");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(ofNext(generator, 1)).containsExactly(end(null));
    assertThat(log).containsExactly(logged);
  }

  @Case({"CL-04", "CL-23"})
  @EveryForm
  void closing_runs_the_finally_blocks_around_and_no_catch(String form) {
    assertCloses(at(0, form, "nested_quietly"));
    assertCloses(at(1, form, "nested_quietly"));
    assertCloses(at(2, form, "nested_quietly"), "outer");
    assertCloses(at(3, form, "nested_quietly"), "inner", "outer");
    assertCloses(at(4, form, "nested_quietly"), "caught own 0", "inner", "outer");
    assertCloses(at(5, form, "nested_quietly"), "caught own 0", "after 4", "inner", "outer");
    assertCloses(
        at(6, form, "nested_quietly"), "caught own 0", "after 4", "inner", "after 5", "outer");
  }
}
