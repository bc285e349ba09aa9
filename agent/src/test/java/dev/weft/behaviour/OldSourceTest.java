package dev.weft.behaviour;

import dev.weft.weaving.Case;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of older compilers: concatenation by StringBuilder, access methods. */
@Case({"OS-13", "CA-07"})
class OldSourceTest {
  private static final String SOURCE =
      """
      package dev.weft.behaviour;

      import static dev.weft.behaviour.Trace.step;
      import dev.weft.Coroutine;

      class OldSource {
        private int field = 1;
        private String text = "t";

        private OldSource() {}

        class Inner {
          private int inner = 5;

          @Coroutine Object uses() {
            field += step(1);
            text += step("u") + inner;
            inner = field = step(field) + 1;
            return text + step(field) + new OldSource().text + inner;
          }
        }

        @Coroutine static Object concatenation() {
          String text = "a" + step(1) + 'b' + step(2L) + null + step(3f) + true + step("d");
          text += step(4.0);
          text += step("x") + text + step('c');
          return text + step(text.length());
        }

        @Coroutine static Object access_methods() {
          OldSource outer = new OldSource();
          Inner inner = outer.new Inner();
          return inner.uses() + "" + inner.inner + step(outer.field);
        }

        private static class Resource implements AutoCloseable {
          @Override public void close() { throw new IllegalArgumentException("closing"); }
        }

        @Coroutine static Object resources() {
          try (Resource a = new Resource(); Resource b = null) {
            return step("body");
          } catch (IllegalArgumentException e) {
            return step(e.getMessage()) + e.getSuppressed().length;
          } finally {
            step("finally");
          }
        }
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"concatenation", "access_methods", "resources"})
  void runs_the_same_however_it_suspends(String program) {
    Map<String, byte[]> classes = Source.compile("OldSource", SOURCE, "8");
    Differential.check("dev.weft.behaviour.OldSource", classes, program);
  }
}
