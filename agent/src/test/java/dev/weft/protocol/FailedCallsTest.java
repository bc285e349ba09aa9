package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a call that is refused or fails says, and the state it leaves. */
@Woven
class FailedCallsTest {
  private static final String WAITING =
      "a value that hasNext() looked ahead to is waiting; take it with next() before ";

  private final List<String> log = new ArrayList<>();

  @Case({"GP-05", "ST-08"})
  @EveryForm
  void a_value_sent_before_the_start_is_refused_and_changes_nothing(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThatThrownBy(() -> echo.send("early"))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("can't send non-null value to a just-started generator")
        .hasNoCause();
    assertThat(echo.state()).isEqualTo(State.CREATED);
    assertThat(log).isEmpty();
    assertThat(echo.next()).isEqualTo("ready");
  }

  @EveryForm
  void send_is_refused_while_a_value_waits(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThat(echo.hasNext()).isTrue();
    assertThatThrownBy(() -> echo.send("x"))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(WAITING + "send()");
    assertThatThrownBy(() -> echo.send(null)).hasMessage(WAITING + "send()");
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
    assertThat(echo.next()).isEqualTo("ready");
    assertThat(log).containsExactly("start");
  }

  @EveryForm
  void raise_is_refused_while_a_value_waits(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThat(echo.hasNext()).isTrue();
    assertThatThrownBy(() -> echo.raise(new IOException("x")))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(WAITING + "raise()");
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
    assertThat(echo.next()).isEqualTo("ready");
  }

  @EveryForm
  void close_drops_a_value_that_waits(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThat(echo.hasNext()).isTrue();
    echo.close();
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(echo.hasNext()).isFalse();
    assertThat(log).containsExactly("start", "finally");
  }

  @Case("CL-15")
  @EveryForm
  void raise_of_null_is_refused_in_every_state_and_changes_nothing(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertRefusesNull(echo, State.CREATED);
    echo.next();
    assertRefusesNull(echo, State.SUSPENDED);
    assertThat(echo.send("a")).isEqualTo("a");
    assertThat(echo.hasNext()).isTrue();
    assertRefusesNull(echo, State.SUSPENDED);
    assertThat(echo.next()).isNull(); // what hasNext() looked ahead to
    echo.close();
    assertRefusesNull(echo, State.CLOSED);
  }

  private static void assertRefusesNull(Generator<?, ?, ?> generator, State state) {
    assertThatThrownBy(() -> generator.raise(null))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessage("raise needs an exception");
    assertThat(generator.state()).isEqualTo(state);
  }

  @Case({"EX-03", "EX-10", "ST-08"})
  @EveryForm
  void what_the_body_throws_leaves_as_it_is_and_closes(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    IOException failure = new IOException("checked");
    assertThatThrownBy(() -> echo.send(failure)).isSameAs(failure).hasNoCause();
    assertThat(failure.getSuppressed()).isEmpty();
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(echo::next)
        .isInstanceOfSatisfying(StopIteration.class, stop -> assertThat(stop.value()).isNull());
    assertThat(log).containsExactly("start", "sent " + failure, "finally");
  }

  @EveryForm
  void an_Error_of_the_body_leaves_as_it_is_too(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    AssertionError failure = new AssertionError("error");
    assertThatThrownBy(() -> echo.send(failure)).isSameAs(failure);
    assertThat(echo.state()).isEqualTo(State.CLOSED);
  }

  @EveryForm
  void hasNext_passes_on_what_the_body_throws(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    echo.close();
    assertThat(echo.hasNext()).isFalse();

    Generator<Object, Object, String> other = Echo.in(form, log);
    other.next();
    IllegalArgumentException failure = new IllegalArgumentException();
    assertThatThrownBy(() -> other.send(failure)).isSameAs(failure);
    assertThat(other.hasNext()).isFalse(); // thrown once only
  }

  @EveryForm
  void there_is_no_result_before_the_end(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    String notYet = "the generator has not returned yet";
    assertThatThrownBy(echo::result)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(notYet);
    assertThat(echo.state()).isEqualTo(State.CREATED);
    echo.next();
    assertThatThrownBy(echo::result).hasMessage(notYet).hasNoCause();
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
  }

  @Case("CL-01")
  @EveryForm
  void there_is_no_result_after_closing(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    echo.close();
    assertThatThrownBy(echo::result)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("the generator was closed before it returned")
        .hasNoCause();
  }

  @EveryForm
  void there_is_no_result_after_closing_unstarted(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.close();
    assertThatThrownBy(echo::result).hasMessage("the generator was closed before it returned");
    assertThat(log).isEmpty();
  }

  @EveryForm
  void the_result_of_a_failed_generator_is_an_error_with_the_failure(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    IOException failure = new IOException();
    assertThatThrownBy(() -> echo.send(failure)).isSameAs(failure);
    for (int i = 0; i < 2; i++) { // as often as one asks
      assertThatThrownBy(echo::result)
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("the generator failed")
          .hasCause(failure);
    }
  }
}
