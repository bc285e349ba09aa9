package dev.weft.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A test as users write it: it has coroutines of its own, so it must not be loaded unwoven. */
class WeavingSessionListenerIT {
  @Coroutine
  private static Generator<Integer, Integer, String> conversation(int x) {
    int y = Coroutines.yield(x);
    int z = Coroutines.yield(x + y);
    return Coroutines.done("x=" + x + " y=" + y + " z=" + z);
  }

  @Test
  void the_test_class_itself_is_woven() {
    Generator<Integer, Integer, String> talk = conversation(10);
    assertThat(talk.next()).isEqualTo(10);
    assertThat(talk.send(100)).isEqualTo(110);
  }

  @Test
  void so_are_lambdas() {
    Generator<Integer, Void, Void> one = Generator.each(out -> out.yield(1));
    assertThat(one.stream()).containsExactly(1);
  }

  @Test
  void nothing_on_the_command_line_asks_for_it() {
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .noneMatch(argument -> argument.startsWith("-javaagent"));
  }

  @Nested
  class NestedTests {
    @Coroutine
    private Generator<Integer, Void, Void> two() {
      Coroutines.yield(2);
      return Coroutines.done();
    }

    @Test
    void nested_classes_are_woven() {
      assertThat(two().stream()).containsExactly(2);
    }
  }
}
