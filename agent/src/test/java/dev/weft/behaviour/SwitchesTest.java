package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CASES section 7: switches of every kind. */
@SuppressWarnings({
  "FallThrough",
  "NarrowCalculation",
  "StatementSwitchToExpressionSwitch",
  "TraditionalSwitchExpression",
  "fallthrough"
}) // the shapes are the point
class SwitchesTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(SwitchesTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(SwitchesTest.class, program);
  }

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  /** A table switch, with groups that fall through. */
  @Case("CF-05")
  @Coroutine
  static Object table() {
    long kept = step(100L);
    String text = "";
    for (int i = 0; i < 5; i++) {
      switch (step(i)) {
        case 0:
          text += step("zero");
        case 1:
        case 2:
          text += step("low");
          break;
        case 3:
          continue;
        default:
          text += step("default");
      }
      text += i;
    }
    return text + kept;
  }

  @Case("CF-05")
  @Coroutine
  static Object lookup() {
    int sum = 0;
    for (int key : new int[] {-5, 1000, 7, 0}) {
      switch (step(key)) {
        case -5 -> sum += step(1);
        case 1000 -> {
          int local = step(10);
          sum += local;
        }
        case 1_000_000 -> throw new AssertionError();
        default -> {
          if (step(sum) > 100) {
            break;
          }
          sum += 100;
        }
      }
    }
    return sum;
  }

  /** Aa and BB have one hash. */
  @Case("CF-06")
  @Coroutine
  static Object strings() {
    String text = "";
    for (String key : new String[] {"Aa", "BB", "c", ""}) {
      switch (step(key)) {
        case "Aa":
          text += step("1");
          break;
        case "BB":
          text += step("2");
        case "":
          text += step("3");
          break;
        default:
          text += 4;
      }
    }
    return text;
  }

  @Coroutine
  static Object enums() {
    String text = "";
    for (Colour colour : Colour.values()) {
      switch (step(colour)) {
        case RED:
          text += step("r");
          break;
        case GREEN:
          text += "g";
        default:
          text += step("?");
      }
      text +=
          switch (colour) {
            case RED -> step(1);
            case GREEN -> step(2L);
            case BLUE -> 3.5f;
          };
    }
    return text;
  }

  /** The value in the middle of an expression. */
  @Case({"CF-09", "OS-18"})
  @Coroutine
  static Object expressions() {
    String text = "";
    for (int i = 0; i < 4; i++) {
      int five = 5;
      long product =
          five // a long here crashes javac 17
                  * switch (step(i)) {
                    case 0 -> step(7);
                    case 1 -> {
                      int local = step(2);
                      yield local + step(local);
                    }
                    case 2 -> {
                      try {
                        yield step(3);
                      } finally {
                        step("finally");
                      }
                    }
                    default -> 4;
                  }
              + step(1L);
      product +=
          5L
              * switch (i) {
                case 0 -> step(7);
                default -> 4;
              };
      text +=
          product
              + "/"
              + switch (i + step("key")) {
                case "0key":
                  yield step("a");
                case "1key":
                  step("fall");
                default:
                  yield "b";
              };
    }
    return text;
  }

  @Coroutine
  static Object nested_and_left_by_return() {
    for (int i = 0; ; i++) {
      int value =
          switch (i) {
            case 0, 1 ->
                switch (step("x" + i)) {
                  case "x0" -> step(1);
                  default -> step(2);
                };
            default -> {
              for (int k = 0; ; k++) {
                if (step(k) == 2) {
                  yield k;
                }
              }
            }
          };
      if (step(value) == 2 && i == 3) {
        switch (step(Colour.BLUE)) {
          case BLUE:
            return step("blue");
          default:
            return "other";
        }
      }
    }
  }

  @Coroutine
  static Object an_exception_out_of_a_switch_expression() {
    String text = "";
    for (int i = 0; i < 3; i++) {
      try {
        text +=
            step(i)
                + switch (i) {
                  case 1 -> throw new IllegalArgumentException(step("thrown"));
                  default -> step(5);
                };
      } catch (IllegalArgumentException e) {
        text += step(e.getMessage());
      }
    }
    return text;
  }
}
