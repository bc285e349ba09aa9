package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.say;
import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CASES section 6: try, catch and finally in every arrangement. */
@SuppressWarnings({
  "Finally",
  "InfiniteRecursion",
  "RedundantControlFlow",
  "finally"
}) // the shapes are the point
class ExceptionsTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(ExceptionsTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(ExceptionsTest.class, program);
  }

  @Case({"CL-27", "EX-11"})
  @Coroutine
  static Object in_try_catch_and_finally() {
    String text = step("start");
    try {
      text += step("try");
      text += step("more");
    } catch (RuntimeException e) {
      text += step("catch " + e.getMessage());
    } finally {
      text += step("finally");
    }
    return text + step("end");
  }

  @Case({"CL-27", "EX-07", "EX-08"})
  @Coroutine
  static Object the_first_handler_that_matches() {
    String text = "";
    try {
      text += step("body");
      plain();
    } catch (IllegalArgumentException e) {
      text += step("argument");
    } catch (RuntimeException e) {
      text += step("runtime");
    } catch (IOException | InterruptedException e) {
      text += step("io") + step(e.getMessage());
    } catch (Exception e) {
      text += step("exception");
    } catch (Throwable e) {
      text += step(e.getClass().getSimpleName());
    }
    return text;
  }

  private static void plain() throws IOException, InterruptedException {}

  /** Nested, with a new exception out of the catch. */
  @Case("EX-12")
  @Coroutine
  static Object nested_with_a_new_exception() {
    String text = "";
    try {
      try {
        text += step("inner");
      } catch (IllegalStateException e) {
        text += step("caught");
        throw new UnsupportedOperationException(step("new"), e);
      } finally {
        text += step("inner finally");
      }
      text += step("between");
    } catch (UnsupportedOperationException e) {
      text += step(e.getMessage()) + e.getCause().getMessage();
    } finally {
      say(text);
      text += step("outer finally");
    }
    return text;
  }

  /** What is rethrown is the same object. */
  @Case("EX-06")
  @Coroutine
  static Object rethrown() throws Throwable {
    try {
      step("body");
      plain();
    } catch (IOException | RuntimeException e) {
      step("caught");
      throw e;
    } catch (Throwable t) {
      Throwable kept = t;
      step("any");
      throw kept;
    }
    return "end";
  }

  @Case("CF-04")
  @Coroutine
  static Object return_in_try_with_a_step_in_finally() {
    int i = 1;
    try {
      if (step(i) > 0) {
        return step(i) + 10L;
      }
    } finally {
      i = step(99);
      say("finally " + i);
    }
    return null;
  }

  @Coroutine
  static Object return_in_finally_wins() {
    for (int i = 0; ; i++) {
      try {
        step(i);
        throw new IllegalArgumentException();
      } finally {
        if (step(i) == 2) {
          return step("finally");
        }
        continue;
      }
    }
  }

  /** HARD 21: the step is the whole range. */
  @Case("CL-28")
  @Coroutine
  static Object a_try_with_nothing_but_the_step() {
    try {
      step("only");
    } catch (IllegalStateException e) {
      step("caught");
    }
    int value = 5;
    try {
      value = step(6);
    } catch (Throwable t) {
      return value + step(t.getClass().getSimpleName());
    }
    try {
      step(value);
    } finally {
      say("once");
    }
    return value;
  }

  /** HARD 18: a store that an exception skips does not kill the old value. */
  @Case("LO-21")
  @Coroutine
  static Object a_store_that_does_not_happen() {
    double d = step(1.0);
    String text = "old";
    int count = 0;
    step(0);
    try {
      count = 1;
      d = d + step(2.0);
      count = 2;
      text = step("new");
      count = 3;
    } catch (Exception e) {
      step("caught");
      return d + text + count;
    } finally {
      step(d);
      step(text + count);
    }
    return d + text + count;
  }

  /** HARD 19: locals that only an outer handler reads. */
  @Case({"LO-12", "LO-22"})
  @Coroutine
  static Object past_an_inner_handler_that_does_not_match() {
    String before = step("before");
    int inner = 1;
    try {
      inner = step(2);
      try {
        inner = step(3);
        step("body");
        inner = 4;
      } catch (NullPointerException e) {
        return step("never");
      }
      inner = step(5);
    } catch (IllegalStateException e) {
      return step(before + inner);
    } catch (Throwable t) {
      return before + step(inner);
    }
    return before + inner;
  }

  /** A slot of another type in the copies of finally. */
  @Case("LO-13")
  @Coroutine
  static Object slots_reused_in_copies_of_finally() {
    String text = "";
    {
      float f = step(1f);
      text += f;
    }
    try {
      long a = step(2L);
      if (a == step(2L)) {
        return text + step("returned");
      }
    } catch (IllegalStateException e) {
      double d = step(3.0);
      text += d;
    } finally {
      int i = step(4);
      String s = step("s" + i);
      say(text + s);
    }
    return text;
  }

  @Coroutine
  static Object finally_that_throws() {
    int rounds = 0;
    while (true) {
      try {
        rounds++;
        try {
          step("body");
        } finally {
          if (step(rounds) < 3) {
            throw new IllegalArgumentException("round " + rounds);
          }
        }
        return step("end");
      } catch (IllegalArgumentException e) {
        step(e.getMessage());
      }
    }
  }

  @Coroutine
  private static String failing(int i) {
    String text = step("failing" + i);
    if (i % 2 == 0) {
      throw new IllegalStateException(step(text));
    }
    return text;
  }

  /** HARD 27: what a failed callee saved is gone; the next starts at its start. */
  @Case({"EX-03", "EX-09"})
  @Coroutine
  static Object callees_that_fail() {
    String text = "";
    for (int i = 0; i < 4; i++) {
      try {
        text += failing(i);
      } catch (IllegalStateException e) {
        text += failing(i + 1) + e.getMessage();
      }
    }
    return text;
  }

  @Coroutine
  private static int countdown(int n) {
    try {
      if (n == 0) {
        throw new IllegalStateException("bottom");
      }
      return countdown(step(n) - 1);
    } finally {
      step("left " + n);
    }
  }

  @Case({"EX-14", "EX-15"})
  @Coroutine
  static Object thrown_through_many_frames() {
    try {
      return countdown(4);
    } catch (IllegalStateException e) {
      return step(e.getMessage());
    }
  }

  /** Exceptions of the JVM itself, at an instruction after a resume. */
  @Case("EX-10")
  @Coroutine
  static Object failures_of_instructions() {
    String text = "";
    for (int i = 0; i < 4; i++) {
      try {
        Object value = step(i);
        switch (i) {
          case 0 -> text += 1 / step(0);
          case 1 -> text += ((String) value).length() + step("");
          case 2 -> text += new int[0][step(1)].length;
          default -> text += new int[step(-1)].length;
        }
      } catch (ArithmeticException | ClassCastException e) {
        text += step(e.getClass().getSimpleName());
      } catch (RuntimeException e) {
        text += step("other");
      }
    }
    return text;
  }
}
