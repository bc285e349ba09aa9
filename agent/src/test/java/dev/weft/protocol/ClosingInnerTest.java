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

/** What an outer generator sees of an inner one that answers GeneratorExit in its own way. */
@Woven
class ClosingInnerTest {
  private final List<Object> log = new ArrayList<>();

  @Coroutine
  private static Generator<Integer, Object, String> inner(String answer) {
    try {
      Coroutines.yield(1);
    } catch (GeneratorExit | IllegalArgumentException e) {
      switch (answer) {
        case "return" -> {
          return Coroutines.done("inner result");
        }
        case "yield" -> Coroutines.yield(2);
        case "fail" -> throw new UnsupportedOperationException("instead", e);
        default -> throw e;
      }
    }
    Coroutines.yield(3);
    return Coroutines.done("inner end");
  }

  @Coroutine
  private Generator<Integer, Object, String> outer(Generator<Integer, Object, String> inner) {
    try {
      String result = Coroutines.yieldFrom(inner);
      log.add(result);
    } catch (Throwable t) {
      log.add(t.getClass().getSimpleName());
      throw Sneaky.sneak(t);
    }
    Coroutines.yield(9);
    return Coroutines.done("outer end");
  }

  private Generator<Integer, Object, String> started(String answer) {
    Generator<Integer, Object, String> outer = outer(inner(answer));
    assertThat(outer.next()).isEqualTo(1);
    return outer;
  }

  @Case("YF-16")
  @Test
  void an_inner_that_returns_does_not_stop_the_closing_of_the_outer() {
    Generator<Integer, Object, String> outer = started("return");
    outer.close();
    assertThat(log).containsExactly("GeneratorExit");
    assertThat(outer.state()).isEqualTo(State.CLOSED);
  }

  @Case("YF-16")
  @Test
  void raised_the_signal_itself_comes_back_even_if_the_inner_returned() {
    Generator<Integer, Object, String> outer = started("return");
    GeneratorExit exit = new GeneratorExit();
    assertThatThrownBy(() -> outer.raise(exit)).isSameAs(exit);
    assertThat(log).containsExactly("GeneratorExit");
  }

  @Case("YF-17")
  @Test
  void an_inner_that_yields_is_an_error_in_the_outer() {
    Generator<Integer, Object, String> inner = inner("yield");
    Generator<Integer, Object, String> outer = outer(inner);
    outer.next();
    assertThatThrownBy(outer::close)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("generator ignored GeneratorExit");
    assertThat(log).containsExactly("IllegalStateException");
    assertThat(outer.state()).isEqualTo(State.CLOSED);
    assertThat(inner.state()).isEqualTo(State.SUSPENDED);
    assertThat(inner.next()).isEqualTo(3);
  }

  @Case({"YF-06", "YF-18"})
  @Test
  void what_an_inner_throws_instead_replaces_the_signal() {
    Generator<Integer, Object, String> outer = started("fail");
    assertThatThrownBy(outer::close)
        .isExactlyInstanceOf(UnsupportedOperationException.class)
        .hasCauseInstanceOf(GeneratorExit.class);
    assertThat(log).containsExactly("UnsupportedOperationException");
  }

  @Case("YF-15")
  @Test
  void an_inner_that_catches_what_is_raised_and_returns_resumes_the_outer() {
    Generator<Integer, Object, String> outer = started("return");
    assertThat(outer.raise(new IllegalArgumentException())).isEqualTo(9);
    assertThat(log).containsExactly("inner result");
  }

  @Case("YF-14")
  @Test
  void an_inner_that_catches_what_is_raised_and_yields_goes_on() {
    Generator<Integer, Object, String> outer = started("yield");
    assertThat(outer.raise(new IllegalArgumentException())).isEqualTo(2);
    assertThat(outer.next()).isEqualTo(3);
    assertThat(outer.next()).isEqualTo(9);
    assertThat(log).containsExactly("inner end");
  }

  @Coroutine
  private Generator<Integer, Object, String> catching(Generator<Integer, Object, String> inner) {
    try {
      Coroutines.yieldFrom(inner);
    } catch (Exception e) {
      log.add(e);
    }
    Coroutines.yield(8);
    return Coroutines.done("caught");
  }

  @Coroutine
  private static Generator<Integer, Object, String> failing(IOException failure)
      throws IOException {
    Coroutines.yield(1);
    throw failure;
  }

  @Test
  void the_outer_can_catch_what_the_inner_throws() throws IOException {
    IOException failure = new IOException();
    Generator<Integer, Object, String> outer = catching(failing(failure));
    outer.next();
    assertThat(outer.next()).isEqualTo(8);
    assertThat(log).containsExactly(failure);
  }

  @Test
  void a_StopIteration_raised_is_no_end_of_the_inner() {
    Generator<Integer, Object, String> outer = started("rethrow");
    StopIteration raised = new StopIteration("raised");
    assertThatThrownBy(() -> outer.raise(raised))
        .hasMessage("generator raised StopIteration")
        .hasCause(raised);
    assertThat(log).containsExactly("IllegalStateException"); // made by the inner
  }

  @Test
  void two_outers_may_share_an_inner() {
    Generator<Integer, Object, String> inner =
        Generator.of(out -> {
          for (int i = 1; i < 5; i++) {
            out.yield(i);
          }
          return "shared";
        });
    Generator<Integer, Object, String> one = outer(inner);
    Generator<Integer, Object, String> other = outer(inner);
    assertThat(one.next()).isEqualTo(1);
    assertThat(other.next()).isEqualTo(2);
    assertThat(one.next()).isEqualTo(3);
    assertThat(other.next()).isEqualTo(4);
    assertThat(one.next()).isEqualTo(9);
    assertThat(other.next()).isEqualTo(9);
    assertThat(log).containsExactly("shared", null); // the first to come has the result
  }
}
