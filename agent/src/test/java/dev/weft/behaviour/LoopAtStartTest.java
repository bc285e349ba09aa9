package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops whose first instruction is the first of the method, with parameters that are not used. */
class LoopAtStartTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(LoopAtStartTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(LoopAtStartTest.class, program);
  }

  @Coroutine
  private static String down(String unused, int n) {
    while (step(n) > 0) {
      n--;
    }
    return "end";
  }

  @Coroutine
  static Object an_unused_parameter() {
    return down("unused", 2);
  }
}
