package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** What raise does in every state, and PEP 479. */
@Woven
class RaisingTest {
  private final List<String> log = new ArrayList<>();

  @Case({"CL-12", "ST-01"})
  @EveryForm
  void on_one_that_has_not_started_it_throws_at_the_caller_and_closes(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    IOException raised = new IOException("raised");
    assertThatThrownBy(() -> echo.raise(raised)).isSameAs(raised).hasNoCause();
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(log).isEmpty();
    assertThatThrownBy(echo::next).isInstanceOf(StopIteration.class);
    assertThatThrownBy(echo::result).hasMessage("the generator failed").hasCause(raised);
  }

  @Case("CL-13")
  @EveryForm
  void on_one_that_has_ended_it_throws_at_the_caller(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.close();
    IOException raised = new IOException("raised");
    assertThatThrownBy(() -> echo.raise(raised)).isSameAs(raised);
    assertThatThrownBy(() -> echo.raise(raised)).isSameAs(raised);
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(echo::result).hasMessage("the generator was closed before it returned");
  }

  @EveryForm
  void after_the_end_it_leaves_the_result_alone(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThatThrownBy(() -> echo.send("end")).isInstanceOf(StopIteration.class);
    IOException raised = new IOException("raised");
    assertThatThrownBy(() -> echo.raise(raised)).isSameAs(raised);
    assertThat(echo.result()).isEqualTo("result");
  }

  @Case("CL-10")
  @EveryForm
  void caught_at_the_yield_it_returns_what_is_yielded_next(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThat(echo.raise(new IOException("a"))).isEqualTo("caught a");
    assertThat(echo.raise(new RuntimeException("b"))).isEqualTo("caught b");
    assertThat(echo.send("c")).isEqualTo("c");
    assertThat(log).containsExactly("start", "sent c");
  }

  @Case("CL-11")
  @EveryForm
  void not_caught_it_reaches_the_caller_as_it_is(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    StackTraceElement[] trace;
    AssertionError raised = new AssertionError("raised");
    trace = raised.getStackTrace();
    assertThatThrownBy(() -> echo.raise(raised)).isSameAs(raised).hasNoCause();
    assertThat(raised.getSuppressed()).isEmpty();
    assertThat(raised.getStackTrace()).isEqualTo(trace);
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("start", "finally");
    assertThatThrownBy(echo::result).hasCause(raised);
    assertThatThrownBy(echo::next)
        .isInstanceOfSatisfying(StopIteration.class, stop -> assertThat(stop.value()).isNull());
  }

  @Coroutine
  static Generator<String, Void, String> catching() {
    try {
      Coroutines.yield("waiting");
      return Coroutines.done("went on");
    } catch (IOExceptionOfTheBody e) {
      return Coroutines.done("caught " + e.getMessage());
    }
  }

  private static final class IOExceptionOfTheBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IOExceptionOfTheBody(String message) {
      super(message);
    }
  }

  @Test
  void caught_by_a_body_that_returns_it_ends() {
    Generator<String, Void, String> generator = catching();
    generator.next();
    assertThatThrownBy(() -> generator.raise(new IOExceptionOfTheBody("x")))
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("caught x"));
    assertThat(generator.result()).isEqualTo("caught x");
  }

  @Coroutine
  static Generator<String, Void, Void> throwing(RuntimeException e) {
    Coroutines.yield("waiting");
    throw e;
  }

  @Case("EX-01")
  @Test
  void a_StopIteration_that_leaves_the_body_is_an_error() { // PEP 479
    StopIteration stop = new StopIteration("not the result");
    Generator<String, Void, Void> generator = throwing(stop);
    generator.next();
    assertThatThrownBy(generator::next)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("generator raised StopIteration")
        .hasCause(stop);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(generator::result).hasMessage("the generator failed").hasRootCause(stop);
  }

  @Case({"EX-01", "EX-02"})
  @Test
  void so_is_one_that_leaves_it_under_hasNext_or_close_or_raise() {
    StopIteration stop = new StopIteration();
    Generator<String, Void, Void> looked = throwing(stop);
    looked.next();
    assertThatThrownBy(looked::hasNext).hasMessage("generator raised StopIteration").hasCause(stop);

    Generator<String, Void, Void> raised = throwing(stop);
    raised.next();
    assertThatThrownBy(() -> raised.raise(stop))
        .hasMessage("generator raised StopIteration")
        .hasCause(stop);

    Generator<String, Void, Void> closed = throwingWhileClosed(stop);
    closed.next();
    assertThatThrownBy(closed::close).hasMessage("generator raised StopIteration").hasCause(stop);
    assertThat(closed.state()).isEqualTo(State.CLOSED);
  }

  @Coroutine
  @SuppressWarnings("finally")
  static Generator<String, Void, Void> throwingWhileClosed(RuntimeException e) {
    try {
      Coroutines.yield("waiting");
    } finally {
      throw e;
    }
  }

  @Coroutine
  static Generator<Integer, Void, Void> drivingOne(Generator<Integer, Void, Void> inner) {
    while (true) {
      Coroutines.yield(inner.next()); // Python's classic mistake
    }
  }

  @Test
  void so_is_one_of_another_generator_that_the_body_drives() {
    Generator<Integer, Void, Void> generator = drivingOne(Generator.each(out -> out.yield(1)));
    assertThat(generator.next()).isEqualTo(1);
    assertThatThrownBy(generator::next)
        .hasMessage("generator raised StopIteration")
        .hasCauseInstanceOf(StopIteration.class);
  }

  @Test
  void a_plain_NoSuchElementException_is_none() {
    NoSuchElementException failure = new NoSuchElementException("plain");
    Generator<String, Void, Void> generator = throwing(failure);
    generator.next();
    assertThatThrownBy(generator::next).isSameAs(failure);
  }

  @Case("EX-02")
  @EveryForm
  void a_StopIteration_raised_before_the_start_is_thrown_as_it_is(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    StopIteration stop = new StopIteration("given");
    assertThatThrownBy(() -> echo.raise(stop)).isSameAs(stop);
    assertThat(echo.state()).isEqualTo(State.CLOSED);
  }

  @Case("EX-02")
  @EveryForm
  void a_StopIteration_raised_at_a_yield_can_be_caught(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThat(echo.raise(new StopIteration())).isEqualTo("caught the generator has ended");
  }
}
