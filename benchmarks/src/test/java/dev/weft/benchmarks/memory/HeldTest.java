package dev.weft.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeldTest {
  @Test
  void line_is_found_in_what_a_jvm_printed() {
    Held held = new Held(48.02, Held.UNKNOWN);
    assertThat(Held.in("warning\n" + held.toLine() + "\n")).isEqualTo(held);
  }

  @Test
  void output_without_it_is_shown() {
    assertThatThrownBy(() -> Held.in("OutOfMemoryError"))
        .hasMessageContaining("nothing was measured")
        .hasMessageContaining("OutOfMemoryError");
  }
}
