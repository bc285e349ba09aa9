package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Snapshot.Activation;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coroutines that drive coroutines: each suspends for itself alone. */
@Woven
class NestedRunsTest {
  private final List<Object> log = new ArrayList<>();

  @Coroutine
  private int nested(int depth) {
    log.add("enter " + depth);
    if (depth > 0) {
      int below = nested(depth - 1);
      log.add("back " + depth);
      return below + depth;
    }
    int sent = Coroutines.<Integer>yield("bottom");
    log.add("resumed");
    return sent;
  }

  @Case("RE-05")
  @Test
  void nested_activations_suspend_and_resume_together() {
    Generator<Object, Integer, Integer> generator = Generator.of(out -> nested(2));
    assertThat(generator.next()).isEqualTo("bottom");
    assertThat(log).containsExactly("enter 2", "enter 1", "enter 0");
    assertThat(generator.snapshot().frames().subList(0, 3))
        .extracting(Activation::method)
        .containsOnly("nested");
    assertThatThrownBy(() -> generator.send(10))
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo(13));
    assertThat(log.subList(3, 6)).containsExactly("resumed", "back 1", "back 2");
  }

  @Coroutine
  private Object driveBelow(Generator<Object, Object, Object> driven, int depth) {
    return depth == 0 ? driven.next() : driveBelow(driven, depth - 1);
  }

  @Case("RE-06")
  @Test
  void only_the_one_that_is_driven_suspends() {
    Generator<Object, Object, Object> driven =
        Generator.of(out -> {
          Coroutines.yield("inner 1");
          Coroutines.yield("inner 2");
          return null;
        });
    Generator<Object, Object, Object> driver =
        Generator.of(out -> {
          log.add(driveBelow(driven, 3));
          log.add(driveBelow(driven, 3));
          out.yield("outer");
          return driven.state();
        });
    assertThat(driver.next()).isEqualTo("outer");
    assertThat(log).containsExactly("inner 1", "inner 2");
    assertThat(driver.snapshot().delegate()).isNull();
    assertThat(driver.hasNext()).isFalse();
    assertThat(driver.result()).isEqualTo(State.SUSPENDED);
  }

  @Coroutine
  private static int countDown(int depth) {
    Coroutines.yield(depth);
    return depth == 0 ? 0 : countDown(depth - 1) + depth;
  }

  @Case("RE-07")
  @Test
  void activations_of_one_method_do_not_meet() {
    Generator<Integer, Object, Integer> one = Generator.of(out -> countDown(3));
    Generator<Integer, Object, Integer> other = Generator.of(out -> countDown(5));
    for (int i = 0; i < 4; i++) {
      assertThat(one.next()).isEqualTo(3 - i);
      assertThat(other.next()).isEqualTo(5 - i);
    }
    assertThat(one.hasNext()).isFalse();
    assertThat(one.result()).isEqualTo(6);
    assertThat(other.next()).isEqualTo(1);
    assertThat(other.next()).isEqualTo(0);
    assertThat(other.hasNext()).isFalse();
    assertThat(other.result()).isEqualTo(15);
  }

  @Coroutine
  private void noteWhetherSuspendable(String when) {
    log.add(when + " " + Coroutines.isSuspendable());
  }

  @Case("RE-09")
  @Test
  void which_coroutine_runs_is_right_after_each_nested_run() {
    Generator<Object, Object, Object> failing =
        Generator.of(out -> {
          out.yield("of failing");
          throw new IllegalArgumentException();
        });
    Generator<Object, Object, String> generator =
        Generator.of(out -> {
          failing.next();
          noteWhetherSuspendable("after a suspension");
          out.yield(1);
          assertThatThrownBy(failing::next).isInstanceOf(IllegalArgumentException.class);
          noteWhetherSuspendable("after a failure");
          Coroutines.yield(2);
          return "end";
        });
    assertThat(Coroutines.isSuspendable()).isFalse();
    assertThat(generator.next()).isEqualTo(1);
    assertThat(Coroutines.isSuspendable()).isFalse();
    assertThat(generator.next()).isEqualTo(2);
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo("end");
    assertThat(Coroutines.isSuspendable()).isFalse();
    assertThat(log).containsExactly("after a suspension true", "after a failure true");
  }
}
