package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SY: locks that are held where nothing suspends, and those that would be left locked. */
@Woven
class MonitorsTest {
  private static final Object ONE = new Object();
  private static final Object OTHER = new Object();

  private static String held() {
    return Thread.holdsLock(ONE) + "," + Thread.holdsLock(OTHER);
  }

  @Coroutine
  static Generator<Object, Object, Void> besideSuspensions() {
    Coroutines.yield(held());
    synchronized (ONE) {
      String inside = held();
      synchronized (OTHER) {
        inside += held();
      }
      if (inside.isEmpty()) {
        return Coroutines.done();
      }
    }
    Coroutines.yield(held());
    for (int i = 0; i < 2; i++) {
      String inside;
      synchronized (OTHER) {
        inside = held();
        if (i == 1) {
          continue;
        }
      }
      Coroutines.yield(inside);
    }
    return Coroutines.done();
  }

  @Case({"SY-03", "SY-05"})
  @Test
  void a_synchronized_block_without_a_suspension_locks() {
    List<Object> values = new ArrayList<>();
    besideSuspensions().forEachRemaining(values::add);
    assertThat(values).containsExactly("false,false", "false,false", "false,true");
    assertThat(held()).isEqualTo("false,false");
  }

  @Coroutine
  static Generator<Object, Object, String> thrownOutOfTheBlock() {
    String text = "";
    try {
      text += Coroutines.yield("before");
      synchronized (ONE) {
        text += held();
        if (!text.isEmpty()) {
          throw new IllegalStateException("inside");
        }
      }
    } catch (IllegalStateException e) {
      Coroutines.yield(held());
      text += e.getMessage();
    } finally {
      Coroutines.yield(held());
    }
    return Coroutines.done(text);
  }

  @Case({"SY-08", "SY-02", "SY-05"})
  @Test
  void a_lock_left_by_an_exception_is_free_in_catch_and_finally() {
    Generator<Object, Object, String> generator = thrownOutOfTheBlock();
    assertThat(generator.next()).isEqualTo("before");
    assertThat(generator.next()).isEqualTo("false,false");
    assertThat(generator.next()).isEqualTo("false,false");
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo("nulltrue,falseinside");
  }

  @Coroutine
  static int maybe(int value) {
    if (value > 0) {
      Coroutines.yield(value);
    }
    return value;
  }

  @Coroutine
  static Generator<Object, Object, Integer> callsInside(int value) {
    int sum = maybe(5);
    synchronized (ONE) {
      sum += maybe(value);
    }
    return Coroutines.done(sum + maybe(7));
  }

  @Test
  void a_call_inside_that_does_not_suspend_is_fine() {
    Generator<Object, Object, Integer> generator = callsInside(0);
    assertThat(generator.next()).isEqualTo(5);
    assertThat(generator.next()).isEqualTo(7);
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo(12);
  }

  @Case({"SY-04", "SY-05"})
  @Test
  void a_call_inside_that_would_suspend_names_the_monitor() {
    Generator<Object, Object, Integer> generator = callsInside(1);
    generator.next();
    assertThatThrownBy(generator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("monitor")
        .hasMessageContaining("maybe")
        .hasMessageContaining("callsInside");
    assertThat(held()).isEqualTo("false,false");
    assertThatThrownBy(generator::result).isInstanceOf(IllegalStateException.class);
  }

  private static Generator<Integer, Object, Void> yieldingInsideABlock() {
    return Generator.each(out -> {
      out.yield(1);
      synchronized (ONE) {
        out.yield(2);
      }
    });
  }

  @Test
  void a_yielder_used_inside_a_block_is_refused_as_a_yield_is() {
    assertThatThrownBy(MonitorsTest::yieldingInsideABlock)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MonitorsTest.lambda$")
        .hasMessageContaining("a yield in a synchronized block");
    assertThat(held()).isEqualTo("false,false");
  }
}
