package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** A synchronized subroutine holds its lock while it calls others. */
@Case("SY-03")
@Woven
class SynchronizedMethodsTest {
  @Coroutine
  static int maybe(int value) {
    if (value > 0) {
      Coroutines.yield(value);
    }
    return value;
  }

  @Coroutine
  static synchronized int wholeMethod(int value) {
    return maybe(value) + (Thread.holdsLock(SynchronizedMethodsTest.class) ? 100 : 0);
  }

  @Test
  void a_synchronized_method_may_call_but_not_suspend() {
    Generator<Object, Object, Integer> fine = Generator.of(out -> wholeMethod(0));
    assertThat(fine.hasNext()).isFalse();
    assertThat(fine.result()).isEqualTo(100);
    Generator<Object, Object, Integer> suspends = Generator.of(out -> wholeMethod(1));
    assertThatThrownBy(suspends::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("monitor")
        .hasMessageContaining("wholeMethod");
    assertThat(Thread.holdsLock(SynchronizedMethodsTest.class)).isFalse();
  }

  @Coroutine
  static synchronized boolean asking() {
    Coroutines.isSuspendable();
    return Thread.holdsLock(SynchronizedMethodsTest.class);
  }

  @Test
  void one_that_asks_for_the_coroutine_holds_its_lock_too() {
    assertThat(Generator.of(out -> out.yield(asking())).next()).isEqualTo(true);
    assertThat(asking()).isTrue();
  }
}
