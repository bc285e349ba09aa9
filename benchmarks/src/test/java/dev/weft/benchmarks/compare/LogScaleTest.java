package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogScaleTest {
  @Test
  void reaches_over_whole_decades() {
    assertThat(new LogScale(500, 0.5, 40_750).decades())
        .containsExactly(0.1, 1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0);
  }

  @Test
  void every_decade_is_as_long_as_the_next() {
    LogScale scale = new LogScale(600, 0.5, 40_750);
    assertThat(scale.position(0.1)).isCloseTo(0, within(1e-9));
    assertThat(scale.position(1)).isCloseTo(100, within(1e-9));
    assertThat(scale.position(100_000)).isCloseTo(600, within(1e-9));
  }

  @Test
  void least_value_has_a_bar_even_just_above_a_power_of_ten() {
    assertThat(new LogScale(600, 1.1, 100).decades()).startsWith(0.1);
    assertThat(new LogScale(600, 1.1, 100).position(1.1)).isGreaterThan(200);
  }

  @Test
  void single_value_has_a_scale() {
    assertThat(new LogScale(600, 1).decades()).containsExactly(0.1, 1.0);
  }

  @Test
  void zero_is_refused() {
    assertThatThrownBy(() -> new LogScale(600, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0");
  }

  @Test
  void points_may_lie_at_the_very_end() {
    LogScale scale = LogScale.forPoints(300, 1_000, 1_000_000);
    assertThat(scale.decades()).containsExactly(1e3, 1e4, 1e5, 1e6);
    assertThat(scale.position(1_000)).isCloseTo(0, within(1e-9));
  }
}
