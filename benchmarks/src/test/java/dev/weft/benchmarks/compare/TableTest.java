package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      new Table(List.of("who", "ns"))
          .row(List.of("coroutine", "0.5"))
          .row(List.of("thread | pool", "40,800"));

  @Test
  void text_aligns_names_left_and_numbers_right() {
    assertThat(table.text())
        .isEqualTo(
            """
            who                ns
            -------------  ------
            coroutine         0.5
            thread | pool  40,800
            """);
  }

  @Test
  void text_of_a_column_without_any() {
    Table table = new Table(List.of("who", "")).row(List.of("coroutine", ""));
    assertThat(table.text().lines().map(String::strip))
        .containsExactly("who", "---------", "coroutine");
  }

  @Test
  void markdown_escapes_bars() {
    assertThat(table.markdown())
        .isEqualTo(
            """
            | who | ns |
            | --- | ---: |
            | coroutine | 0.5 |
            | thread \\| pool | 40,800 |
            """);
  }

  @Test
  void row_of_another_width_is_refused() {
    assertThatThrownBy(() -> table.row(List.of("alone")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells in a table of 2 columns");
  }
}
