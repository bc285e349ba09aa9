package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.say;
import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CASES section 7: loops of every kind, left in every way. */
@SuppressWarnings({
  "Finally",
  "OperatorPrecedence",
  "ShortCircuitBoolean",
  "finally"
}) // the shapes are the point
class LoopsTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(LoopsTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(LoopsTest.class, program);
  }

  @Case("CF-01")
  @Coroutine
  static Object for_with_a_step_everywhere() {
    int sum = 0;
    for (int i = step(0); step(i) < step(3); i += step(1)) {
      sum += step(i);
    }
    return sum;
  }

  @Case("CF-01")
  @Coroutine
  static Object while_with_the_step_in_its_condition() {
    int i = 0;
    while (step(i) < 3) {
      i++;
    }
    while (step(i++) < 6 && step(true)) {}
    return i;
  }

  @Case({"CF-01", "LO-11"})
  @Coroutine
  static Object do_while() {
    int i = 0;
    String text = "";
    do {
      text = text + step(i);
      step(text);
    } while (step(++i) < 3);
    do {
      i--;
    } while (step(i) > 1);
    return text + i;
  }

  @Case("LO-10")
  @Coroutine
  static Object a_busy_loop_before() {
    int i = 0;
    while (i < 10) {
      i++;
    }
    for (int k = 0; k < 3; k++) {
      i += step(k);
    }
    return i;
  }

  @Coroutine
  static Object nested_with_two_points() {
    long product = 1;
    for (int i = 0; i < 3; i++) {
      for (int k = i; k < 3; k++) {
        product = product * step(k + 1L) + i;
        if (k == 1) {
          step(product);
        }
      }
      step("row");
    }
    return product;
  }

  @Case("CF-02")
  @Coroutine
  static Object labelled_break_and_continue() {
    String text = "";
    outer:
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 4; k++) {
        if (step(k) == 1) {
          continue outer;
        }
        if (step(i) == 2) {
          break outer;
        }
        text += i + "" + k;
      }
      text += "never";
    }
    return text;
  }

  @Case("CF-02")
  @Coroutine
  static Object break_and_continue_through_nested_finally() {
    String text = "";
    outer:
    for (int i = 0; i < 4; i++) {
      try {
        text += step("A");
        try {
          if (i == 1) {
            continue outer;
          }
          if (i == 2) {
            break outer;
          }
          text += step("B");
        } finally {
          text += step("C");
        }
      } finally {
        text += step("D" + i);
      }
    }
    return text;
  }

  /** The value returned is dropped. */
  @Case("CF-03")
  @Coroutine
  static Object finally_that_throws_drops_what_is_returned() {
    int count = 0;
    while (true) {
      try {
        try {
          if (step(count) > 2) {
            break;
          }
          return step("dropped");
        } finally {
          count++;
          if (step(count) < 5) {
            throw new IllegalArgumentException("finally" + count);
          }
        }
      } catch (IllegalArgumentException e) {
        say(e.getMessage());
        if (count < 5) {
          continue;
        }
        break;
      }
    }
    return count;
  }

  @Case("CF-16")
  @Coroutine
  static Object endless_loop_left_by_an_exception() {
    int before = step(10);
    int inside = 0;
    try {
      while (true) {
        inside += step(1);
        if (inside == 4) {
          throw new IllegalStateException("enough");
        }
      }
    } catch (IllegalStateException e) {
      return before + inside + step(e.getMessage());
    }
  }

  @Case({"CF-13", "CF-14"})
  @Coroutine
  static Object endless_loop_without_a_way_out() {
    for (int i = 0; ; i++) {
      if (step(i) == 5) {
        throw new IllegalStateException();
      }
    }
  }

  @Case("CF-12")
  @Coroutine
  static Object short_circuits() {
    String text = "";
    for (int i = 0; i < 4; i++) {
      boolean a = (i & 1) != 0;
      boolean b = (i & 2) != 0;
      text += step(a) && step(b) || !step(a) && !step(b);
      text += step(a) ? step(1) : step(2);
      if (!(step(a) || step(b)) ^ step(b)) {
        text += "!";
      }
      boolean c = step(b) & step(a) | step(true);
      text += c;
    }
    return text;
  }

  @Case("CF-11")
  @Coroutine
  static Object many_returns() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(step(returning(i))).append(' ');
    }
    return text.toString();
  }

  @Coroutine
  private static String returning(int i) {
    if (step(i) == 0) {
      return "zero";
    }
    if (i == 1) {
      return step("one");
    }
    while (true) {
      if (step(i) % 2 == 0) {
        return "even" + i;
      }
      i *= step(3);
      if (i > 20) {
        return "large" + step(i);
      }
    }
  }

  @Coroutine
  static Object an_iterator_over_a_shrinking_list() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
    int sum = 0;
    for (Iterator<Integer> it = list.iterator(); it.hasNext(); ) {
      int value = it.next();
      if (step(value) % 2 == 0) {
        it.remove();
      } else {
        sum += step(value);
      }
    }
    return sum + list.toString();
  }
}
