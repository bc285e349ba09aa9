package dev.weft.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalsSourceTest {
  @Test
  void locals_are_made_before_the_loop_and_needed_after_it() {
    assertThat(LocalsSource.text(2, false))
        .contains("int v0 = limit + 0, v1 = limit + 1;")
        .contains("return Coroutines.done(v0 + v1);")
        .doesNotContain("v0++;");
  }

  @Test
  void they_change_before_every_yield_if_wanted() {
    assertThat(LocalsSource.text(2, true))
        .containsPattern("v0\\+\\+; v1\\+\\+;\\s+Coroutines.yield");
  }
}
