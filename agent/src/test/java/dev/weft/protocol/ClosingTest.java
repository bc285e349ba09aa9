package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GeneratorExit: who sees it, and what a body may answer. */
@Woven
class ClosingTest {
  private final List<String> log = new ArrayList<>();

  @Case({"CL-01", "CL-05", "CL-29"})
  @EveryForm
  void closing_runs_finally_once_and_no_catch_of_Exception(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    echo.send("a");
    echo.close();
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("start", "sent a", "finally");
    echo.close();
    echo.close();
    assertThat(log).containsExactly("start", "sent a", "finally");
    assertThatThrownBy(echo::next)
        .isInstanceOfSatisfying(StopIteration.class, stop -> assertThat(stop.value()).isNull());
  }

  @Case("CL-04")
  @EveryForm
  void closing_one_that_has_not_started_runs_nothing(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.close();
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(log).isEmpty();
    assertThatThrownBy(echo::next).isInstanceOf(StopIteration.class);
    assertThatThrownBy(() -> echo.send("x")).isInstanceOf(StopIteration.class);
  }

  @Case({"CL-05", "CL-34"})
  @EveryForm
  void closing_one_that_has_ended_does_nothing(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThatThrownBy(() -> echo.send("end")).isInstanceOf(StopIteration.class);
    echo.close();
    assertThat(echo.result()).isEqualTo("result");
  }

  @EveryForm
  void try_with_resources_closes(String form) {
    try (Generator<Object, Object, String> echo = Echo.in(form, log)) {
      echo.next();
    }
    assertThat(log).containsExactly("start", "finally");
  }

  @EveryForm
  void a_GeneratorExit_that_one_raises_comes_back(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    GeneratorExit exit = new GeneratorExit();
    assertThatThrownBy(() -> echo.raise(exit)).isSameAs(exit);
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("start", "finally");
  }

  @Test
  void the_signal_is_no_Exception_and_has_no_trace() {
    GeneratorExit exit = new GeneratorExit();
    assertThat((Throwable) exit)
        .isInstanceOf(Error.class)
        .isNotInstanceOf(Exception.class)
        .hasMessage("the generator is being closed");
    assertThat(exit.getStackTrace()).isEmpty();
  }

  @Coroutine
  static Generator<Integer, Void, String> answering(String answer, List<String> log) {
    try {
      Coroutines.yield(1);
    } catch (GeneratorExit exit) {
      log.add("exit");
      switch (answer) {
        case "return" -> {
          return Coroutines.done("while closing");
        }
        case "rethrow" -> throw exit;
        case "another" -> throw new GeneratorExit();
        case "yield" -> Coroutines.yield(2);
        case "fail" -> throw new IllegalArgumentException("fie!");
        case "checked" -> throw Sneaky.sneak(new IOException("fie!"));
        default -> log.add("went on");
      }
    }
    log.add("after");
    Coroutines.yield(3);
    return Coroutines.done("normal");
  }

  @Test
  void a_body_may_return_while_being_closed() {
    Generator<Integer, Void, String> generator = answering("return", log);
    generator.next();
    generator.close();
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(generator.result()).isEqualTo("while closing");
    assertThatThrownBy(generator::next)
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("while closing"));
  }

  @Test
  void it_may_let_the_signal_pass_or_throw_a_new_one() {
    for (String answer : List.of("rethrow", "another")) {
      Generator<Integer, Void, String> generator = answering(answer, log);
      generator.next();
      generator.close();
      assertThat(generator.state()).isEqualTo(State.CLOSED);
      assertThatThrownBy(generator::result)
          .hasMessage("the generator was closed before it returned")
          .hasNoCause();
    }
  }

  @Test
  void what_it_throws_instead_passes_through_close() {
    Generator<Integer, Void, String> generator = answering("fail", log);
    generator.next();
    assertThatThrownBy(generator::close)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("fie!")
        .hasNoCause();
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(generator::result).hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_checked_exception_passes_through_close_too() {
    Generator<Integer, Void, String> generator = answering("checked", log);
    generator.next();
    assertThatThrownBy(generator::close).isExactlyInstanceOf(IOException.class);
  }

  @Case("ST-08")
  @Test
  void to_yield_instead_is_an_error_and_leaves_it_suspended() {
    Generator<Integer, Void, String> generator = answering("yield", log);
    generator.next();
    assertThatThrownBy(generator::close)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("generator ignored GeneratorExit");
    assertThat(generator.state()).isEqualTo(State.SUSPENDED);
    assertThat(generator.next()).isEqualTo(3); // and the 2 is gone
    assertThat(log).containsExactly("exit", "after");
    generator.close();
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void to_swallow_the_signal_and_go_on_is_the_same_error() {
    Generator<Integer, Void, String> generator = answering("swallow", log);
    generator.next();
    assertThatThrownBy(generator::close).hasMessage("generator ignored GeneratorExit");
    assertThatThrownBy(generator::next)
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("normal"));
  }

  @Coroutine
  static Generator<Integer, Void, Void> yieldingInFinally() {
    try {
      Coroutines.yield(1);
    } finally {
      Coroutines.yield(2);
      Coroutines.yield(3);
    }
    return Coroutines.done();
  }

  @Test
  void a_yield_in_finally_ignores_the_signal_which_comes_back_at_its_end() {
    Generator<Integer, Void, Void> generator = yieldingInFinally();
    generator.next();
    assertThatThrownBy(generator::close).hasMessage("generator ignored GeneratorExit");
    assertThat(generator.next()).isEqualTo(3);
    assertThatThrownBy(generator::next).isInstanceOf(GeneratorExit.class);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(generator::result).hasCauseInstanceOf(GeneratorExit.class);
  }

  @Coroutine
  private static void level(int depth, List<String> log) {
    try {
      if (depth == 0) {
        Coroutines.yield("bottom");
      } else {
        level(depth - 1, log);
      }
    } finally {
      log.add("finally " + depth);
    }
  }

  @Case("CL-30")
  @Test
  void finally_blocks_run_from_the_innermost_frame_out() {
    Generator<Object, Void, Void> generator = Generator.each(out -> level(3, log));
    generator.next();
    generator.close();
    assertThat(log).containsExactly("finally 0", "finally 1", "finally 2", "finally 3");
  }

  @Test
  void for_each_left_early_does_not_close() {
    Generator<Object, Object, String> echo = Echo.in(Echo.METHOD, log);
    for (Object item : echo) {
      assertThat(item).isEqualTo("ready");
      break;
    }
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
    assertThat(log).containsExactly("start");
  }
}
