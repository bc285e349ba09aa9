package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootprintTest {
  @Test
  void survives_the_way_between_two_jvms() {
    Footprint footprint = new Footprint(47.9, Footprint.UNKNOWN, 1_048_576);
    assertThat(Footprint.isLine(footprint.toLine())).isTrue();
    assertThat(Footprint.ofLine(footprint.toLine())).isEqualTo(footprint);
  }

  @Test
  void other_output_is_no_footprint() {
    assertThat(Footprint.isLine("WARNING: something else")).isFalse();
  }
}
