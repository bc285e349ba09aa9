package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Calls through {@code super}, up a chain of classes that all yield. */
@Case("CA-02")
@Woven
class SuperCallsTest {
  static class First {
    final StringBuilder log = new StringBuilder();

    @Coroutine
    long up(int depth) {
      log.append("first;");
      Coroutines.yield("first " + depth);
      return 1;
    }

    @Coroutine
    static int shared(int value) {
      int sent = Coroutines.yield("shared " + value);
      return value + sent;
    }
  }

  static class Second extends First {
    @Coroutine
    @Override
    long up(int depth) {
      long below = super.up(depth + 1);
      Coroutines.yield("second " + depth);
      log.append("second;");
      return below + 10;
    }
  }

  static class Third extends Second {}

  static class Fourth extends Third {
    @Coroutine
    @Override
    long up(int depth) {
      Coroutines.yield("fourth before " + depth);
      long below = super.up(depth + 1) + super.up(depth + 100);
      Coroutines.yield("fourth after " + depth);
      log.append("fourth;");
      return below + 100;
    }
  }

  static final class Fifth extends Fourth {
    @Coroutine
    @Override
    long up(int depth) {
      return super.up(depth + 1) * 2;
    }
  }

  @Coroutine
  static Generator<String, Integer, Long> climb(First from) {
    return Coroutines.done(from.up(0));
  }

  @Test
  void each_level_goes_on_where_it_stopped() {
    First fifth = new Fifth();
    Generator<String, Integer, Long> generator = climb(fifth);
    assertThat(generator.stream())
        .containsExactly(
            "fourth before 1", "first 3", "second 2", "first 102", "second 101", "fourth after 1");
    assertThat(generator.result()).isEqualTo(2 * (100 + 11 + 11));
    assertThat(fifth.log).hasToString("first;second;first;second;fourth;");
  }

  @Test
  void a_class_between_that_declares_nothing_is_passed() {
    Generator<String, Integer, Long> generator = climb(new Third());
    assertThat(generator.stream()).containsExactly("first 1", "second 0");
    assertThat(generator.result()).isEqualTo(11);
  }

  @Coroutine
  static Generator<String, Integer, Integer> inheritedStatic() {
    return Coroutines.done(Fifth.shared(5));
  }

  @Test
  void a_static_method_is_inherited() {
    Generator<String, Integer, Integer> generator = inheritedStatic();
    assertThat(generator.next()).isEqualTo("shared 5");
    assertThat(Drive.toEnd(generator, 6)).isEqualTo(11);
  }
}
