package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies on the operand stack, and call sites that are bound while the program runs. */
@SuppressWarnings("UnnecessaryLambda") // the shapes are the point
class DynamicSitesTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(DynamicSitesTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(DynamicSitesTest.class, program);
  }

  private static String both(long a, Object b) {
    return a + "," + b;
  }

  /** The stack is empty first; then a long and an object are on it, and a variable has come. */
  @Case("OS-17")
  @Coroutine
  static Object an_empty_stack_and_then_a_full_one() {
    long count = 7;
    step("empty");
    String late = "late";
    String text = both(count + 1, List.of(late, step(2)));
    return both(count * step(3L), text + step(late));
  }

  private static String joined(String separator, Object... all) {
    return separator + Arrays.toString(all);
  }

  @Case("OS-23")
  @Coroutine
  static Object made_of_what_suspension_gave() {
    String first = step("first");
    Supplier<String> lambda = () -> first + first;
    Supplier<String> bound = step("bound")::trim;
    Supplier<Integer> ofStep = List.of(step(1), step(2))::size;
    String text = joined(step(":"), step(3), lambda.get(), step(4L), bound.get(), ofStep.get());
    return text + joined(step("none")) + String.format("%s-%s", step("a"), step('b'));
  }

  record Point(int x, String name) {}

  /** Concatenations, lambdas, and methods of records, all of them bound at run time. */
  @Case("CA-17")
  @Coroutine
  static Object sites_bound_at_run_time() {
    String text = "";
    for (int i = 0; i < 2; i++) {
      int turn = i;
      Runnable nothing = () -> {};
      text = i + text + step("x") + turn;
      nothing.run();
      Supplier<Supplier<Object>> nested = () -> () -> new Point(turn, "p");
      Point point = new Point(step(turn), "p");
      text += point.equals(nested.get().get()) + "" + point.hashCode() + step(point);
    }
    return text;
  }

  @Coroutine
  private static Object onlyCall(String what) {
    return step(what);
  }

  @Coroutine
  private static long widens(int value) {
    return step(value);
  }

  @Coroutine
  private static void dropsResult() {
    step(1.5);
  }

  @Coroutine
  private static void nothingOf() {
    dropsResult();
  }

  @Coroutine
  private static boolean afterALoop(int count) {
    for (int i = 0; i < count; i++) {
      if (i == 2) {
        return step(true);
      }
    }
    return step(false);
  }

  @Coroutine
  private static Object inATry(String what) {
    try {
      return onlyCall(what);
    } finally {
      Trace.say("left");
    }
  }

  @Coroutine
  private static <T extends Comparable<T>> T generic(T value) {
    return step(value);
  }

  /** None of them is left out: each may be the frame that a handler or a trace needs. */
  @Case({"CA-25", "CA-26"})
  @Coroutine
  static Object methods_that_only_forward() {
    nothingOf();
    onlyCall("only");
    dropsResult();
    String text =
        onlyCall("first") + "" + widens(2) + afterALoop(1) + afterALoop(5) + inATry("try");
    return text + generic("g").length() + generic(5);
  }
}
