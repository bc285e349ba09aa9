package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** What next, send and hasNext do, from the first to the last. */
@Woven
class DrivingTest {
  private final List<String> log = new ArrayList<>();

  @Case("ST-01")
  @EveryForm
  void making_one_runs_nothing(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThat(echo.state()).isEqualTo(State.CREATED);
    assertThat(log).isEmpty();
  }

  @Case({"ST-01", "ST-05"})
  @EveryForm
  void next_runs_to_the_first_yield(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThat(echo.next()).isEqualTo("ready");
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
    assertThat(log).containsExactly("start");
  }

  @Case("GP-04")
  @EveryForm
  void send_resumes_with_a_value_and_returns_the_next(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThat(echo.send("a")).isEqualTo("a");
    assertThat(echo.send("b")).isEqualTo("b");
    assertThat(log).containsExactly("start", "sent a", "sent b");
  }

  @EveryForm
  void next_sends_null_and_null_is_a_value(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThat(echo.next()).isNull();
    assertThat(echo.send(null)).isNull();
    assertThat(log).containsExactly("start", "sent null", "sent null");
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
  }

  @Case("GP-06")
  @EveryForm
  void send_null_starts_as_next_does(String form) {
    assertThat(Echo.in(form, log).send(null)).isEqualTo("ready");
  }

  @Case({"ST-01", "ST-05"})
  @EveryForm
  void the_end_is_a_StopIteration_with_the_result(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThatThrownBy(() -> echo.send("end"))
        .isInstanceOf(NoSuchElementException.class)
        .isInstanceOfSatisfying(
            StopIteration.class,
            stop -> {
              assertThat(stop.value()).isEqualTo("result");
              assertThat(stop).hasMessage("the generator has ended");
              assertThat(stop.getStackTrace()).isEmpty();
            });
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("start", "sent end", "finally");
  }

  @EveryForm
  void only_the_first_StopIteration_carries_the_result(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThat(stopOf(() -> echo.send("end")).value()).isEqualTo("result");
    assertThat(stopOf(echo::next).value()).isNull();
    assertThat(stopOf(() -> echo.send("more")).value()).isNull();
    assertThat(stopOf(echo::next).value()).isNull();
    assertThat(echo.result()).isEqualTo("result");
    assertThat(log).containsExactly("start", "sent end", "finally"); // never entered again
  }

  @Case("GP-22")
  @EveryForm
  void hasNext_looks_ahead_once_and_keeps_the_value(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThat(echo.hasNext()).isTrue();
    assertThat(echo.hasNext()).isTrue();
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
    assertThat(log).containsExactly("start");
    assertThat(echo.next()).isEqualTo("ready");
    assertThat(log).containsExactly("start");
    assertThat(echo.send("a")).isEqualTo("a"); // nothing waits any more
  }

  @EveryForm
  void a_null_looked_ahead_to_is_kept_too(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    assertThat(echo.hasNext()).isTrue();
    assertThat(echo.hasNext()).isTrue();
    assertThat(echo.next()).isNull();
    assertThat(log).containsExactly("start", "sent null");
  }

  @EveryForm
  void hasNext_says_no_at_the_end_and_for_ever(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.close();
    assertThat(echo.hasNext()).isFalse();
    assertThat(echo.hasNext()).isFalse();
    assertThat(stopOf(echo::next).value()).isNull();
  }

  @Case("GP-22")
  @EveryForm
  void it_is_its_own_iterator(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    assertThat(echo.iterator()).isSameAs(echo);
    assertThat(echo.iterator()).isSameAs(echo);
    assertThat(echo.state()).isEqualTo(State.CREATED);
  }

  @EveryForm
  void two_of_one_method_do_not_meet(String form) {
    Generator<Object, Object, String> one = Echo.in(form, log);
    Generator<Object, Object, String> other = Echo.in(form, new ArrayList<>());
    one.next();
    other.next();
    assertThat(one.send(1)).isEqualTo(1);
    assertThat(other.send(2)).isEqualTo(2);
    assertThatThrownBy(() -> one.send("end")).isInstanceOf(StopIteration.class);
    assertThat(other.send(3)).isEqualTo(3);
  }

  private static StopIteration stopOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(StopIteration.class, call);
  }
}
