package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Exceptions that are being handled on the two sides of a suspension do not touch each other. */
@Woven
@SuppressWarnings("StaticAssignmentOfThrowable") // which object it is, is what is tested
class ExceptionIdentityTest {
  private static final RuntimeException HANDLED = new IllegalStateException("handled");

  @Coroutine
  static Generator<String, Object, Void> rethrowing() {
    try {
      throw HANDLED;
    } catch (IllegalStateException e) {
      Coroutines.yield("handling");
      throw e;
    }
  }

  private static void assertAlone(Throwable thrown) {
    assertThat(thrown.getCause()).isNull();
    assertThat(thrown.getSuppressed()).isEmpty();
  }

  @Case({"EX-04", "EX-06"})
  @Test
  void what_the_driver_handles_meanwhile_is_not_mixed_in() {
    Generator<String, Object, Void> generator = rethrowing();
    RuntimeException drivers = new UnsupportedOperationException("driver's");
    try {
      assertThat(generator.next()).isEqualTo("handling");
      throw drivers;
    } catch (UnsupportedOperationException e) {
      assertThatThrownBy(generator::next).isSameAs(HANDLED);
    }
    assertAlone(HANDLED);
    assertAlone(drivers);
  }

  @Coroutine
  static Generator<String, Object, Void> replacing() {
    try {
      throw HANDLED;
    } catch (IllegalStateException e) {
      try {
        Coroutines.yield("handling");
      } finally {
        Coroutines.yield("finally");
      }
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<String, Object, Void> delegating() {
    Coroutines.yieldFrom(replacing());
    return Coroutines.done();
  }

  private static void raiseWithin(Generator<String, Object, Void> generator) {
    RuntimeException raised = new IllegalArgumentException("raised");
    assertThat(generator.next()).isEqualTo("handling");
    assertThat(generator.raise(raised)).isEqualTo("finally");
    assertThatThrownBy(generator::next).isSameAs(raised);
    assertAlone(raised);
    assertAlone(HANDLED);
  }

  /** As a throw statement at that place would: Java links no exceptions by itself. */
  @Case("EX-05")
  @Test
  void what_is_raised_within_a_catch_block_takes_its_place() {
    raiseWithin(replacing());
    raiseWithin(delegating());
  }
}
