package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Generator;
import dev.weft.Yielder;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** A Yielder used while a monitor is held. */
@Woven
class MonitorTest {
  @Coroutine
  private static void inBlock(Yielder<Object, Object> out, Object lock) {
    synchronized (lock) {
      out.yield(1);
    }
  }

  @Test
  void a_yield_of_a_yielder_names_the_monitor() {
    Generator<Object, Object, Void> generator = Generator.each(out -> inBlock(out, new Object()));
    assertThatThrownBy(generator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MonitorTest.inBlock")
        .hasMessageContaining("synchronized");
  }
}
