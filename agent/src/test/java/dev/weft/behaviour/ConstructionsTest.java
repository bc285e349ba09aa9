package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.say;
import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suspending between new and the constructor. */
@SuppressWarnings("UnnecessaryStringBuilder") // the shape is the point
class ConstructionsTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(ConstructionsTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(ConstructionsTest.class, program);
  }

  /** Says what it is made with. */
  static class Made {
    final String text;

    Made(Object... values) {
      text = Trace.show(values);
      say("made " + text);
    }

    Made(int a, long b, double c, String d) {
      this(new Object[] {a, b, c, d});
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static class Outer {
    private final Object value;

    Outer(Object value) {
      this.value = value;
    }

    class Inner {
      final Object inner;

      Inner(Object inner) {
        this.inner = inner;
      }

      @Override
      public String toString() {
        return value + "." + inner;
      }
    }
  }

  @Case("OS-07")
  @Coroutine
  static Object arguments_of_all_types() {
    Made a = new Made(step(1), 2L, 3.0, "4");
    Made b = new Made(1, step(2L), 3.0, "4");
    Made c = new Made(1, 2L, step(3.0), null);
    Made d = new Made(step(-1), step(-2L), step(-3.0), step("-4"));
    return new Object[] {a, b, c, d};
  }

  @Coroutine
  static Object a_constructor_that_throws() {
    String text = "";
    for (int i = 0; i < 2; i++) {
      try {
        text += new StringBuilder(step("a")).append(new String(new char[2], step(i), step(2)));
      } catch (IndexOutOfBoundsException e) {
        text += step("out of bounds");
      }
    }
    return text;
  }

  @Case("OS-07")
  @Coroutine
  static Object nested() {
    return new Made(
        new Made(step(1), new Made(step(2)), step(3)),
        new Object[] {new Made(), step(4), new Made(step(5))},
        new StringBuilder(step("x")).append(new Made(step(6))));
  }

  @Case("OS-11")
  @Coroutine
  static Object ternary_arguments() {
    String text = "";
    for (int i = 0; i < 2; i++) {
      text += new Made(i == 0 ? step(1) : 7, step(2L), i == 1 ? step(3.0) : 4, "d");
      text += new Made(i == 0 && step(true) ? new Made(step(i)) : null, step("b"));
      text += i == 0 ? new Made(step(8)) : new Outer(step(9)).value;
    }
    return text;
  }

  @Case("OS-12")
  @Coroutine
  static Object as_statements() {
    new Made(step(1));
    new Made(step(1), step(2L), 3.0, "4");
    new Outer(new Made(step(5)));
    return "end";
  }

  @Coroutine
  static Object inner_classes() {
    Outer outer = new Outer(step("o"));
    Object inner = outer.new Inner(step("i"));
    Object both = new Outer(step("p")).new Inner(new Outer(step("q")).new Inner(step("r")));
    int captured = step(1);
    Object anonymous =
        new Outer(step("a")) {
          @Override
          public String toString() {
            return super.value + "" + captured;
          }
        };
    record Local(Object a, Object b) {}

    return new Object[] {inner, both, anonymous, new Local(step(2), new Local(step(3), null))};
  }

  @Coroutine
  static Object exceptions_and_collections() {
    String text = "";
    try {
      throw new IllegalArgumentException(step("a"), new RuntimeException(step("b")));
    } catch (IllegalArgumentException e) {
      text += step(e.getMessage()) + e.getCause().getMessage();
    }
    return text + new ArrayList<>(List.of(step(1), new int[step(2)].length, step(3)));
  }

  /** HARD 6: out of the middle of an unfinished object. */
  @Case("OS-09")
  @Coroutine
  static Object thrown_out_of_the_middle() {
    String text = "";
    for (int i = 0; i < 4; i++) {
      try {
        int at = i;
        text +=
            new Made(
                step(i),
                switch (at) {
                  case 1 -> throw new IllegalArgumentException(step("out"));
                  case 2 -> {
                    for (int k = 0; ; k++) {
                      if (step(k) == 1) {
                        yield k;
                      }
                    }
                  }
                  default -> step("in");
                },
                new Made(step("last")));
      } catch (IllegalArgumentException e) {
        text += step(e.getMessage());
      }
    }
    return text;
  }

  /** HARD 4: javac parks the two uninitialised references in locals. */
  @Case("OS-10")
  @Coroutine
  static Object a_switch_with_try_as_argument() {
    String text = "";
    for (int i = 0; i < 3; i++) {
      int at = i;
      text +=
          new Made(
              step(i),
              switch (at) {
                case 0 -> {
                  try {
                    yield step("tried");
                  } catch (IllegalStateException e) {
                    yield step("caught");
                  }
                }
                case 1 -> {
                  try {
                    yield new Made(step("inner"));
                  } finally {
                    step("finally");
                  }
                }
                default -> "none";
              },
              step("after"));
    }
    return text;
  }

  /** Two objects are parked, one within the other. */
  @Case("OS-10")
  @Coroutine
  static Object nested_switches_with_try_as_arguments() {
    int zero = step(0);
    return new Made(
        switch (zero) {
          case 0 -> {
            try {
              yield new Made(
                  step(1),
                  switch (zero) {
                    case 0 -> {
                      try {
                        yield step(2);
                      } catch (RuntimeException e) {
                        yield new Made(step("inner"), e.getMessage());
                      }
                    }
                    default -> 3;
                  });
            } catch (Exception e) {
              yield new Made(step("outer"));
            }
          }
          default -> 4;
        },
        zero);
  }
}
