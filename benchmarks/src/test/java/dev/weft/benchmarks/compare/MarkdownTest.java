package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  private final String page = Markdown.of(Samples.report(), "chart.svg");

  @Test
  void shows_chart_tables_and_setting() {
    assertThat(page)
        .startsWith("# What a switch costs\n")
        .contains("](chart.svg)")
        .contains(Tables.measured(Samples.report()).markdown())
        .contains(Tables.ratios(Samples.report()).markdown())
        .endsWith("2 cores, Linux amd64, 2026-01-31.\n");
  }

  @Test
  void tells_that_no_other_library_was_measured() {
    assertThat(page).doesNotContain(Notes.WITHOUT_PEERS);
    assertThat(Markdown.of(Samples.withoutPeers(), "chart.svg")).contains(Notes.WITHOUT_PEERS);
  }

  @Test
  void tells_what_the_heap_cannot_show() {
    assertThat(page)
        .contains("1,024 KiB of address space are reserved")
        .contains("about 27 KiB of physical memory");
  }
}
