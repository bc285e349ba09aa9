package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.Yielder;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delegation to a generator, PEP 380: all that is done to the outer reaches the inner. */
@Woven
class DelegationTest {
  private final List<String> log = new ArrayList<>();
  private Generator<Object, Object, String> inner;

  /** Delegates in one of the ways there are; yields the result, then ends with what is sent. */
  private Generator<Object, Object, Object> outer(String how) {
    inner = inner == null ? Echo.in(Echo.METHOD, log) : inner;
    return switch (how) {
      case "method" -> method();
      case "iterator" -> asIterator();
      case "iterable" -> asIterable();
      case "yielder" -> Generator.of(this::withYielder);
      case "deep" -> deep();
      case "twice" -> twice();
      default -> throw new IllegalArgumentException(how);
    };
  }

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @ValueSource(strings = {"method", "iterator", "iterable", "yielder", "deep", "twice"})
  @interface EveryWay {}

  @Coroutine
  private Generator<Object, Object, Object> method() {
    try {
      Object result = Coroutines.yieldFrom(inner);
      return Coroutines.done(Coroutines.yield("result " + result));
    } finally {
      log.add("outer finally");
    }
  }

  @Coroutine
  private Generator<Object, Object, Object> asIterator() {
    try {
      Object result = Coroutines.yieldFrom(inner.iterator());
      return Coroutines.done(Coroutines.yield("result " + result));
    } finally {
      log.add("outer finally");
    }
  }

  @Coroutine
  private Generator<Object, Object, Object> asIterable() {
    try {
      Iterable<Object> iterable = inner;
      Object result = Coroutines.yieldFrom(iterable);
      return Coroutines.done(Coroutines.yield("result " + result));
    } finally {
      log.add("outer finally");
    }
  }

  @Coroutine
  private Object withYielder(Yielder<Object, Object> out) {
    try {
      String result = out.yieldFrom(inner);
      return out.yield("result " + result);
    } finally {
      log.add("outer finally");
    }
  }

  @Coroutine
  private Generator<Object, Object, Object> deep() {
    try {
      String result = below(2);
      return Coroutines.done(Coroutines.yield("result " + result));
    } finally {
      log.add("outer finally");
    }
  }

  @Coroutine
  private String below(int depth) {
    return depth == 0 ? Coroutines.yieldFrom(inner) : below(depth - 1);
  }

  @Coroutine
  private Generator<Object, Object, Object> twice() {
    Object result = Coroutines.yieldFrom(method());
    return Coroutines.done(result);
  }

  @EveryWay
  void values_and_what_is_sent_pass_through(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    assertThat(outer.next()).isEqualTo("ready");
    assertThat(outer.send("a")).isEqualTo("a");
    assertThat(outer.next()).isNull();
    assertThat(inner.state()).isEqualTo(State.SUSPENDED);
    assertThat(log).containsExactly("start", "sent a", "sent null");
  }

  @Case({"YF-01", "YF-03"})
  @EveryWay
  void the_result_of_the_inner_is_that_of_the_expression(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    assertThat(outer.send("end")).isEqualTo("result result");
    assertThat(inner.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(() -> outer.send("sent to the outer"))
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("sent to the outer"));
    assertThat(log).containsExactly("start", "sent end", "finally", "outer finally");
  }

  @EveryWay
  void what_is_raised_reaches_the_inner_first(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    assertThat(outer.raise(new IOException("x"))).isEqualTo("caught x");
    assertThat(outer.send("b")).isEqualTo("b");
    assertThat(log).containsExactly("start", "sent b");
  }

  @Case("YF-07")
  @EveryWay
  void what_the_inner_does_not_catch_goes_on_to_the_outer(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    AssertionError raised = new AssertionError();
    assertThatThrownBy(() -> outer.raise(raised)).isSameAs(raised).hasNoCause();
    assertThat(log).containsExactly("start", "finally", "outer finally");
    assertThat(inner.state()).isEqualTo(State.CLOSED);
    assertThat(outer.state()).isEqualTo(State.CLOSED);
  }

  @Case("YF-04")
  @EveryWay
  void what_the_inner_throws_goes_on_to_the_outer(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    IOException failure = new IOException();
    assertThatThrownBy(() -> outer.send(failure)).isSameAs(failure);
    assertThat(log).containsExactly("start", "sent " + failure, "finally", "outer finally");
  }

  @Case("YF-05")
  @EveryWay
  void closing_closes_the_inner_first(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    outer.close();
    assertThat(log).containsExactly("start", "finally", "outer finally");
    assertThat(inner.state()).isEqualTo(State.CLOSED);
    assertThat(outer.state()).isEqualTo(State.CLOSED);
  }

  @EveryWay
  void a_GeneratorExit_raised_closes_the_inner_and_comes_back(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    GeneratorExit exit = new GeneratorExit();
    assertThatThrownBy(() -> outer.raise(exit)).isSameAs(exit);
    assertThat(log).containsExactly("start", "finally", "outer finally");
  }

  @Case("YF-27")
  @EveryWay
  void one_that_has_started_goes_on_where_it_is(String how) {
    inner = Echo.in(Echo.METHOD, log);
    inner.next();
    inner.send("before");
    Generator<Object, Object, Object> outer = outer(how);
    assertThat(outer.next()).isNull(); // the inner's yield of what next() sent
    assertThat(outer.send("a")).isEqualTo("a");
  }

  @EveryWay
  void one_with_a_value_looked_ahead_to_gives_that_first(String how) {
    inner = Echo.in(Echo.METHOD, log);
    assertThat(inner.hasNext()).isTrue();
    Generator<Object, Object, Object> outer = outer(how);
    assertThat(outer.next()).isEqualTo("ready");
    assertThat(outer.send("a")).isEqualTo("a");
  }

  @Case("YF-27")
  @EveryWay
  void one_that_was_closed_gives_null_at_once(String how) {
    inner = Echo.in(Echo.METHOD, log);
    inner.close();
    assertThat(outer(how).next()).isEqualTo("result null");
  }

  @EveryWay
  void one_that_is_closed_from_outside_meanwhile_gives_null(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    inner.close();
    assertThat(outer.next()).isEqualTo("result null");
  }

  @Coroutine
  @SuppressWarnings({"finally", "Finally"}) // the point
  private static Generator<Object, Object, String> returnsWhenClosed() {
    try {
      Coroutines.yield("ready");
    } finally {
      return Coroutines.done("by finally");
    }
  }

  @EveryWay
  void one_that_returns_when_it_is_closed_from_outside_meanwhile_gives_null(String how) {
    inner = returnsWhenClosed();
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    inner.close();
    assertThat(outer.next()).isEqualTo("result null");
    assertThat(inner.result()).isEqualTo("by finally");
    assertThatThrownBy(inner::next)
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("by finally"));
  }

  @EveryWay
  void one_that_is_driven_from_outside_meanwhile_goes_on_from_there(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    outer.next();
    assertThat(inner.send("direct")).isEqualTo("direct");
    assertThat(outer.send("through")).isEqualTo("through");
    assertThat(inner.hasNext()).isTrue();
    assertThat(outer.next()).isNull(); // what hasNext() looked ahead to
    assertThat(log).containsExactly("start", "sent direct", "sent through", "sent null");
  }

  @EveryWay
  void hasNext_of_the_outer_looks_ahead_in_the_inner(String how) {
    Generator<Object, Object, Object> outer = outer(how);
    assertThat(outer.hasNext()).isTrue();
    assertThat(outer.hasNext()).isTrue();
    assertThat(outer.next()).isEqualTo("ready");
    assertThat(log).containsExactly("start");
  }
}
