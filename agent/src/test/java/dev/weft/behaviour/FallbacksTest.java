package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.say;
import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies and their fallbacks: what is set, what is returned, and what a failure leaves behind. */
class FallbacksTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(FallbacksTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(FallbacksTest.class, program);
  }

  @Coroutine
  private static String outcome(String name, boolean suspends, boolean fails) {
    String text = suspends ? step(name) : name;
    say("outcome " + name);
    if (fails) {
      throw new IllegalStateException(text);
    }
    return text;
  }

  /** Sixteen rounds: each of the two suspends or not, and throws or not. */
  @Case("EX-13")
  @Coroutine
  static Object which_variables_are_set() {
    StringBuilder all = new StringBuilder();
    for (int bits = 0; bits < 16; bits++) {
      String first = "unset";
      String second = "unset";
      int count = 0;
      try {
        try {
          first = outcome("first", (bits & 1) != 0, (bits & 2) != 0);
          count += 1;
        } catch (IllegalStateException e) {
          second = outcome("fallback of " + e.getMessage(), (bits & 4) != 0, (bits & 8) != 0);
          count += 10;
        } finally {
          count += 100;
        }
      } catch (IllegalStateException e) {
        count += 1000;
      }
      all.append(first).append(second).append(count).append(' ');
    }
    return step(all.toString());
  }

  @Coroutine
  private static String lastCall(int i) {
    try {
      return outcome("tail" + i, i < 2, i % 2 == 0);
    } catch (IllegalStateException e) {
      return outcome("instead of " + e.getMessage(), true, false);
    }
  }

  @Case("EX-15")
  @Coroutine
  static Object a_call_that_is_returned_within_a_try() {
    String all = "";
    for (int i = 0; i < 4; i++) {
      all += lastCall(i);
    }
    return all;
  }

  @Coroutine
  private int failingAt(int number) {
    int sum = 0;
    for (int i = 1; i <= 3; i++) {
      sum += step(i);
      if (i == number) {
        throw new IllegalArgumentException("at " + i);
      }
    }
    return sum;
  }

  /** The same method on the same object, after it has failed half way. */
  @Case("EX-10")
  @Coroutine
  static Object again_after_a_failure() {
    FallbacksTest receiver = new FallbacksTest();
    String all = "";
    for (int i = 1; i < 5; i++) {
      try {
        all += receiver.failingAt(i) + ";";
      } catch (IllegalArgumentException e) {
        all += e.getMessage() + ";";
      }
    }
    return all;
  }

  @Coroutine
  private static String restored(String parameter, long other) {
    String local = step("local");
    String set = "early";
    try {
      set = parameter + step(1);
      outcome(set, true, true);
      set = "never";
    } catch (IllegalStateException e) {
      return parameter + local + set + e.getMessage() + step(other);
    }
    return "never";
  }

  @Case("LO-22")
  @Coroutine
  static Object what_a_catch_sees() {
    return restored(step("parameter"), 5);
  }
}
