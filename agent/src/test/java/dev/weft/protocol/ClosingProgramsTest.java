package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static dev.weft.protocol.Outcome.ofClose;
import static dev.weft.protocol.Outcome.ofNext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;

/** What bodies answer to close, in every form. */
@Woven(programs = true)
class ClosingProgramsTest {
  private final List<Object> log = new ArrayList<>();

  private Generator<Object, Object, Object> started(String form, String program) {
    Generator<Object, Object, Object> generator = Programs.open(form, getClass(), program, log);
    generator.next();
    return generator;
  }

  private static void assertNoResult(Generator<?, ?, ?> generator) {
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(generator::result).hasMessage("the generator was closed before it returned");
    assertThat(ofNext(generator, 2)).containsExactly(end(null), end(null));
  }

  @Coroutine
  static Object yields_only(List<Object> log) {
    Coroutines.yield(1);
    return "not reached";
  }

  @Case({"CL-01", "CL-03"})
  @EveryForm
  void a_body_that_does_not_catch_the_signal_returns_nothing(String form) {
    Generator<Object, Object, Object> generator = started(form, "yields_only");
    assertThat(ofClose(generator)).isEqualTo("closed");
    assertNoResult(generator);
  }

  @Coroutine
  static Object returns_on_exit(List<Object> log) {
    try {
      Coroutines.yield(1);
      return "not reached";
    } catch (GeneratorExit exit) {
      log.add("exit");
      return 0;
    }
  }

  @Case("CL-02")
  @EveryForm
  void a_body_may_return_while_it_is_closed(String form) {
    Generator<Object, Object, Object> generator = started(form, "returns_on_exit");
    assertThat(ofClose(generator)).isEqualTo("closed");
    assertThat(log).containsExactly("exit");
    if (form.equals(Programs.DELEGATED)) {
      assertNoResult(generator); // the outer one has not caught it
      return;
    }
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(generator.result()).isEqualTo(0);
    assertThat(ofNext(generator, 2)).containsExactly(end(0), end(null));
  }

  @Coroutine
  static Object returns_on_exit_from_a_delegation(List<Object> log) {
    try {
      return Coroutines.yieldFrom(
          Generator.<Object, Object, Object>of(out -> {
            try {
              return out.yield("inner");
            } finally {
              log.add("inner finally");
            }
          }));
    } catch (GeneratorExit exit) {
      return "outer";
    }
  }

  @Case("CL-02")
  @EveryDirectForm
  void so_may_one_that_delegates(String form) {
    Generator<Object, Object, Object> generator =
        started(form, "returns_on_exit_from_a_delegation");
    generator.close();
    assertThat(log).containsExactly("inner finally");
    assertThat(generator.result()).isEqualTo("outer");
  }

  @Coroutine
  static Object fails_on_exit(List<Object> log) {
    try {
      Coroutines.yield(1);
    } catch (GeneratorExit exit) {
      throw new IllegalArgumentException("fie!");
    } finally {
      log.add("finally");
    }
    return null;
  }

  @Case("CL-06")
  @EveryForm
  void what_it_throws_instead_leaves_close(String form) {
    Generator<Object, Object, Object> generator = started(form, "fails_on_exit");
    assertThat(ofClose(generator))
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("fie!")
        .hasNoCause();
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("finally");
    assertThat(ofClose(generator)).isEqualTo("closed");
  }

  @Coroutine
  static Object yields_on_exit(List<Object> log) {
    try {
      Coroutines.yield(1);
    } catch (GeneratorExit exit) {
      log.add(Coroutines.yield("dropped"));
    }
    Coroutines.yield(3);
    return "end";
  }

  private static void assertIgnored(Object outcome) {
    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("generator ignored GeneratorExit");
  }

  @Case("CL-07")
  @EveryDirectForm
  void one_that_yields_instead_stays_suspended(String form) {
    Generator<Object, Object, Object> generator = started(form, "yields_on_exit");
    assertIgnored(ofClose(generator));
    assertThat(generator.state()).isEqualTo(State.SUSPENDED);
    assertThat(generator.send("on")).isEqualTo(3);
    assertThat(log).containsExactly("on");
    assertThat(ofClose(generator)).isEqualTo("closed");
    assertNoResult(generator);
  }

  @Coroutine
  static Object yields_in_finally(List<Object> log) {
    try {
      Coroutines.yield(1);
    } finally {
      log.add("finally");
      Coroutines.yield("dropped");
      log.add("after");
    }
    return "not reached";
  }

  @Case("CL-08")
  @EveryDirectForm
  void so_does_one_that_yields_in_finally_and_the_signal_comes_back(String form) {
    Generator<Object, Object, Object> generator = started(form, "yields_in_finally");
    assertIgnored(ofClose(generator));
    assertThat(generator.state()).isEqualTo(State.SUSPENDED);
    assertThat(Outcome.of(generator::next)).isInstanceOf(GeneratorExit.class);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("finally", "after");

    Generator<Object, Object, Object> closedTwice = started(form, "yields_in_finally");
    assertIgnored(ofClose(closedTwice));
    assertThat(ofClose(closedTwice)).isEqualTo("closed");
    assertNoResult(closedTwice);
  }

  @Coroutine
  static Object catches_much(List<Object> log) {
    try {
      try {
        try {
          Coroutines.yield(1);
        } catch (RuntimeException e) {
          log.add("runtime");
        }
      } catch (Exception e) {
        log.add("exception");
      } finally {
        log.add("finally");
      }
    } catch (Throwable t) {
      log.add(t.getClass());
      throw t;
    }
    return null;
  }

  @Case({"CL-09", "CL-29"})
  @EveryForm
  void the_signal_is_no_exception_but_a_throwable(String form) {
    Generator<Object, Object, Object> generator = started(form, "catches_much");
    assertThat(ofClose(generator)).isEqualTo("closed");
    assertThat(log).containsExactly("finally", GeneratorExit.class);
    assertNoResult(generator);
  }

  @Coroutine
  static Object swallows_all(List<Object> log) {
    try {
      Coroutines.yield(1);
    } catch (Throwable t) {
      log.add(t.getClass());
    }
    return "went on";
  }

  @Case("CL-09")
  @EveryDirectForm
  void who_swallows_it_and_returns_has_returned(String form) {
    Generator<Object, Object, Object> generator = started(form, "swallows_all");
    generator.close();
    assertThat(generator.result()).isEqualTo("went on");
    assertThat(log).containsExactly(GeneratorExit.class);
  }

  @Coroutine
  @SuppressWarnings("finally")
  static Object returns_in_finally(List<Object> log) {
    try {
      return Coroutines.yield(1);
    } finally {
      return "finally";
    }
  }

  @Case({"CL-14", "CL-23"})
  @EveryDirectForm
  void a_finally_that_returns_ends_what_is_raised(String form) {
    Generator<Object, Object, Object> closed = started(form, "returns_in_finally");
    assertThat(ofClose(closed)).isEqualTo("closed");
    assertThat(closed.result()).isEqualTo("finally");
    Generator<Object, Object, Object> raised = started(form, "returns_in_finally");
    assertThat(Outcome.of(() -> raised.raise(new IllegalStateException("swallowed"))))
        .isEqualTo(end("finally"));
    assertThat(raised.result()).isEqualTo("finally");
    assertThat(ofClose(raised)).isEqualTo("closed");
  }

  @Coroutine
  private static void level(int depth, List<Object> log) {
    try {
      if (depth == 0) {
        Coroutines.yield("bottom");
      } else {
        level(depth - 1, log);
      }
    } catch (Throwable t) {
      log.add(t.getClass().getSimpleName() + " at " + depth);
      throw t;
    } finally {
      log.add("finally " + depth);
      if (depth == 2) {
        failInstead();
      }
    }
  }

  private static void failInstead() {
    throw new IllegalStateException("of level 2");
  }

  @Coroutine
  static Object levels(List<Object> log) {
    level(4, log);
    return null;
  }

  @Case("CL-30")
  @EveryForm
  void an_error_of_one_frame_replaces_the_signal_for_the_outer_ones(String form) {
    Generator<Object, Object, Object> generator = started(form, "levels");
    assertThat((Throwable) ofClose(generator)).hasMessage("of level 2");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(log)
        .containsExactly(
            "GeneratorExit at 0",
            "finally 0",
            "GeneratorExit at 1",
            "finally 1",
            "GeneratorExit at 2",
            "finally 2",
            "IllegalStateException at 3",
            "finally 3",
            "IllegalStateException at 4",
            "finally 4");
    assertThat(ofClose(generator)).isEqualTo("closed");
    assertThat(log).hasSize(10);
  }
}
