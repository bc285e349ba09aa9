package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingTest {
  @Test
  void describes_the_machine() {
    assertThat(new Setting("25+36 (V)", "Fast 9000", 2, "Linux amd64", "2026-01-31").describe())
        .isEqualTo("JDK 25+36 (V), Fast 9000, 2 cores, Linux amd64, 2026-01-31");
  }

  @Test
  void leaves_out_what_is_not_known() {
    assertThat(new Setting("25+36 (V)", "", 1, "Mac OS X aarch64", "2026-01-31").describe())
        .isEqualTo("JDK 25+36 (V), 1 core, Mac OS X aarch64, 2026-01-31");
  }
}
