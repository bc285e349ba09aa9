package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaving.Case;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pattern switches and record patterns, which only newer compilers know. */
@Case({"CF-07", "CF-08"})
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "record patterns are Java 21 source")
class NewSourceTest {
  private static final String SOURCE =
      """
      package dev.weft.behaviour;

      import static dev.weft.behaviour.Trace.step;
      import dev.weft.Coroutine;

      class NewSource {
        sealed interface Shape permits Circle, Box, Named {}
        record Circle(double radius) implements Shape {}
        record Box(int width, Object content) implements Shape {}
        record Named(String name) implements Shape {
          @Override public String name() {
            if (name.isEmpty()) {
              throw new IllegalStateException("no name");
            }
            return name;
          }
        }

        private static Shape[] shapes() {
          return new Shape[] {
            new Circle(1), new Circle(20), new Box(1, new Named("n")), new Box(2, new Box(3, "b")),
            new Named("m"), new Named("")
          };
        }

        @Coroutine static Object guards() {
          String text = "";
          for (Shape shape : shapes()) {
            try {
              text += switch (shape) {
                case Circle c when step(c.radius()) > 10 -> step("large");
                case Circle c when step(false) -> "never";
                case Circle c -> c.radius() + step(2L);
                case Box b when step(b.width()) == 1 && b.content() instanceof Named n ->
                    step(n.name());
                case Box(int width, Box(var inner, String s)) when step(s).equals("b") ->
                    step(width + inner);
                case Box b -> b;
                case Named(String name) when step(name).length() > 5 -> "long";
                case Named(var name) -> step("named ") + name;
              };
            } catch (MatchException e) {
              text += step("match " + e.getCause().getMessage());
            }
          }
          return text;
        }

        @Coroutine static Object instances() {
          String text = "";
          for (Object shape : shapes()) {
            if (step(shape) instanceof Box(int w, Named(String n)) && step(w) == 1) {
              text += step(n) + w;
            } else if (shape instanceof Circle(double r) && !(step(r) > 5)) {
              text += r + step("small");
            }
          }
          return text;
        }

        record Asking(Object value, int fails) {
          @Coroutine public Object value() {
            Object answer = step(value);
            if (step(fails) > 0) {
              throw new IllegalStateException("accessor");
            }
            return answer;
          }
        }

        @Coroutine static Object accessors() {
          String text = "";
          for (Object value : new Object[] {new Asking("a", 0), new Asking(1, 0),
              new Asking(new Asking(2L, 0), 0), new Asking("f", 1)}) {
            try {
              text += switch (value) {
                case Asking(String s, int i) -> s + step(i);
                case Asking(Asking(Long l, var i), int k) when step(l) > i + k -> l;
                case Asking(Integer n, var rest) -> n + rest;
                default -> step("other");
              };
            } catch (MatchException e) {
              text += step(e.getCause().toString());
            }
          }
          return text;
        }

        @Coroutine static Object types() {
          String text = "";
          for (Object value : new Object[] {1, "a", null, 2L, new int[] {3}, 'c'}) {
            text += switch (value) {
              case null -> step("null");
              case Integer i when i > 5 -> "large";
              case Integer i -> i + step(1);
              case String s when step(s).isEmpty() -> "empty";
              case String s -> {
                try {
                  yield s + step("text");
                } finally {
                  step("finally");
                }
              }
              case int[] array -> step(array[0]);
              default -> step(value);
            };
          }
          return text;
        }
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"accessors", "guards", "instances", "types"})
  void runs_the_same_however_it_suspends(String program) {
    Map<String, byte[]> classes = Source.compile("NewSource", SOURCE, "21");
    assertThat(classes).hasSizeGreaterThan(3);
    Differential.check("dev.weft.behaviour.NewSource", classes, program);
  }
}
