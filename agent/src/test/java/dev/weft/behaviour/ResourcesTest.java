package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.say;
import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Try-with-resources around suspensions (HARD 20). */
@Case("LO-28")
class ResourcesTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(ResourcesTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(ResourcesTest.class, program);
  }

  private record Resource(String name, boolean fails) implements AutoCloseable {
    Resource(String name) {
      this(name, false);
    }

    @Override
    public void close() {
      say("close " + name);
      if (fails) {
        throw new IllegalArgumentException("closing " + name);
      }
    }
  }

  @Coroutine
  private static Resource open(String name, boolean fails) {
    step("open " + name);
    return new Resource(name, fails);
  }

  @Coroutine
  static Object one_resource() {
    try (Resource a = new Resource("a")) {
      return step(a.name());
    }
  }

  @Coroutine
  static Object nested_resources_opened_by_coroutines() {
    String text = "";
    try (Resource a = open("a", false);
        Resource none = null;
        Resource b = open(step("b"), false)) {
      text += step(a.name()) + step(b.name()) + none;
    } catch (RuntimeException e) {
      text += step("caught");
    } finally {
      text += step("finally");
    }
    return text;
  }

  /** What close throws is suppressed, or thrown if nothing else was. */
  @Coroutine
  static Object resources_that_fail_to_close() {
    try (Resource a = open("a", true)) {
      try (Resource b = new Resource("b", true)) {
        step(a.name() + b.name());
      }
    }
    return "end";
  }

  private static class Suspending {
    @Coroutine
    void close(String why) {
      step("closing " + why);
    }
  }

  @Coroutine
  static Object closed_by_a_coroutine() {
    Suspending resource = new Suspending();
    String text = "";
    for (int i = 0; i < 2; i++) {
      try {
        text += step(i);
        if (i == 1) {
          return text + step("returned");
        }
      } finally {
        resource.close(text);
      }
    }
    return text;
  }
}
