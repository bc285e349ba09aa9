package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void measured_lists_time_range_and_memory() {
    assertThat(Tables.measured(Samples.report()).markdown())
        .contains("| Weft coroutine, generate, next() | 0.50 | 0.45 - 0.60 | 48 |")
        .contains("| platform thread, LockSupport | 40,800 | 36,700 - 48,900 | 1,234 |");
  }

  @Test
  void ratios_compare_every_coroutine_with_every_other() {
    assertThat(Tables.ratios(Samples.report()).markdown())
        .isEqualTo(
            """
            | times faster than | generate, next() | send() |
            | --- | ---: | ---: |
            | virtual thread, Exchanger | 1,000x | 100x |
            | platform thread, LockSupport | 82,000x | 8,200x |
            """);
  }
}
