package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Booleans and null-checked chains, in shapes that other compilers make of one expression. */
@SuppressWarnings("ShortCircuitBoolean") // the shapes are the point
class ChainsTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(ChainsTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(ChainsTest.class, program);
  }

  private static String mixed(boolean constant, boolean computed, Object last) {
    return constant + "," + computed + "," + last;
  }

  @Coroutine
  private static boolean computed(int i) {
    boolean result;
    try {
      result = step(i) > 0;
      if (i == 2) {
        throw new IllegalStateException();
      }
    } catch (IllegalStateException e) {
      result = step(false);
    } finally {
      step("finally");
    }
    return result;
  }

  @Case("LO-14")
  @Coroutine
  static Object booleans_that_a_try_gave() {
    String text = "";
    for (int i = 0; i < 3; i++) {
      boolean constant = true;
      text += mixed(constant, computed(i), step(constant & computed(i)));
      boolean other = !computed(i) || step(constant);
      text += mixed(false, other, i > 0 && computed(i - 1) ? step(1) : (Object) false);
    }
    return text;
  }

  private record Link(Link next, String name) {
    @Coroutine
    Link go() {
      step("go " + name);
      return next;
    }
  }

  @Case({"LO-14", "OS-16"})
  @Coroutine
  static Object chains_that_end_at_null() {
    Link chain = new Link(new Link(new Link(null, "c"), "b"), "a");
    for (Link link = chain; link != null; link = link.go()) {
      Link second = link.go();
      Link third = second == null ? null : second.go();
      if (third != null) {
        third.go();
      }
      String name = third == null ? step("none") : third.name();
      Objects.requireNonNullElse(second, chain).go();
      Trace.say(name);
    }
    return "end";
  }

  /** Each construct where its value is needed at once. */
  @Case("CF-10")
  @Coroutine
  static Object constructs_as_values() {
    String text = "";
    for (int i = 0; i < 3; i++) {
      int turn = i;
      text +=
          mixed(
              step(i) == 1,
              switch (turn) {
                case 0 -> step(true);
                case 1 -> {
                  try {
                    yield computed(turn);
                  } finally {
                    step("left");
                  }
                }
                default -> {
                  while (step(turn) > 0) {
                    turn--;
                  }
                  yield turn == step(0);
                }
              },
              i == 0 ? step("zero") : i == 1 ? computed(i) : new int[step(i)].length);
      int number = turn;
      text += number + (number = step(i)) * (i > 0 ? step(2) : number++) + number;
    }
    return text;
  }
}
