package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void measured_lists_time_range_and_memory() {
    assertThat(Tables.measured(Samples.report()).markdown())
        .contains("| Weft coroutine, generate, next() | 0.50 | 0.45 - 0.60 | 48 |")
        .contains("| Loom 3.4, send() | 100 | 90.0 - 120 | 160 |")
        .contains("| platform thread, LockSupport | 40,800 | 36,700 - 48,900 | 1,234 |");
  }

  @Test
  void ratios_compare_libraries_case_by_case_and_all_others_with_every_coroutine() {
    assertThat(Tables.ratios(Samples.report()).markdown())
        .isEqualTo(
            """
            | times faster than | generate, next() | send() |
            | --- | ---: | ---: |
            | Warp 1.2, the same case | 80x |  |
            | Loom 3.4, the same case | 160x | 20x |
            | virtual thread, Exchanger | 1,000x | 100x |
            | platform thread, LockSupport | 82,000x | 8,200x |
            """);
  }
}
