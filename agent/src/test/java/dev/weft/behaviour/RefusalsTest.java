package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be woven says why, where, and what to do, once it is called. */
@Woven
class RefusalsTest {
  private static final Object LOCK = new Object();

  private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call, String method) {
    return assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.weft.behaviour.RefusalsTest")
        .hasMessageContaining("." + method)
        .hasMessageContaining("RefusalsTest.java");
  }

  @Coroutine
  static Generator<Integer, Object, Void> yieldsInBlock() {
    Coroutines.yield(1);
    synchronized (LOCK) {
      Coroutines.yield(2); // line 32
    }
    return Coroutines.done();
  }

  @Case({"SY-01", "SY-03"})
  @Test
  void a_yield_in_a_synchronized_block() {
    assertRefused(() -> yieldsInBlock().next(), "yieldsInBlock")
        .hasMessageContaining(":32)")
        .hasMessageContaining("synchronized block");
  }

  @Coroutine
  static synchronized void yieldsInMethod() {
    Coroutines.yield(1);
  }

  @Case("SY-03")
  @Test
  void a_yield_in_a_synchronized_method() {
    assertRefused(() -> Generator.each(out -> yieldsInMethod()).next(), "yieldsInMethod")
        .hasMessageContaining("synchronized method");
  }

  @Coroutine
  static synchronized Generator<Integer, Object, Void> synchronizedGenerator() {
    Coroutines.yield(1);
    return Coroutines.done();
  }

  @Test
  void a_synchronized_generator_method() {
    assertRefused(() -> synchronizedGenerator(), "synchronizedGenerator")
        .hasMessageContaining("synchronized");
  }

  static class Yields {
    Yields() {
      Coroutines.yield(1);
    }
  }

  @Coroutine
  static Generator<Object, Object, Void> makesYields() {
    Coroutines.yield(new Yields());
    return Coroutines.done();
  }

  @Case("CA-12")
  @Test
  void a_yield_in_a_constructor() {
    assertRefused(() -> makesYields().next(), "<init>").hasMessageContaining("constructor");
  }

  @Coroutine
  static int suspends(int value) {
    return value == 0 ? 0 : Coroutines.<Integer>yield(value);
  }

  static class Calls {
    final int value;

    Calls(int value) {
      this.value = suspends(value);
    }
  }

  @Coroutine
  static Generator<Object, Object, Void> makesCalls(int value) {
    Coroutines.yield(new Calls(value).value);
    return Coroutines.done();
  }

  @Case("CA-12")
  @Test
  void a_call_in_a_constructor_fails_only_if_it_would_suspend() {
    assertThat(makesCalls(0).next()).isEqualTo(0);
    assertRefused(() -> makesCalls(1).next(), "<init>").hasMessageContaining("constructor");
  }

  static class Initialises {
    static final Object VALUE = Coroutines.yield(1);
  }

  static class InitialisesByCall {
    static final int VALUE = suspends(1);
  }

  @Coroutine
  static Generator<Object, Object, Void> initialises(boolean direct) {
    Coroutines.yield(direct ? Initialises.VALUE : InitialisesByCall.VALUE);
    return Coroutines.done();
  }

  @Case("CA-13")
  @Test
  void a_yield_in_a_static_initialiser() {
    assertThatThrownBy(() -> initialises(true).next())
        .isInstanceOf(ExceptionInInitializerError.class)
        .cause()
        .hasMessageContaining("static initialiser");
    assertThatThrownBy(() -> initialises(false).next())
        .isInstanceOf(ExceptionInInitializerError.class)
        .cause()
        .hasMessageContaining("static initialiser");
  }

  @Coroutine
  static Generator<Object, Object, Void> yieldsInLambda() {
    Runnable plain = () -> Coroutines.yield(1);
    plain.run();
    return Coroutines.done();
  }

  @Test
  void a_yield_in_a_lambda_that_is_no_coroutine() {
    assertRefused(() -> yieldsInLambda().next(), "lambda$").hasMessageContaining("lambda");
  }
}
