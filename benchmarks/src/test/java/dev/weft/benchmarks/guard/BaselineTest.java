package dev.weft.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  private final Baseline baseline =
      new Baseline(new TreeMap<>(Map.of("Tree.coroutine", 1.25, "Deep.coroutine:depth=10", 17.5)));

  @Test
  void text_has_a_line_for_each() {
    assertThat(baseline.text("JDK 25"))
        .isEqualTo(
            """
            # JDK 25
               17.50 Deep.coroutine:depth=10
                1.25 Tree.coroutine
            """);
  }

  @Test
  void text_is_read_again() {
    assertThat(Baseline.parse(baseline.text("JDK 25") + "\n")).isEqualTo(baseline);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tree.coroutine", "much Tree.coroutine", "1.5 Tree.coroutine slower"})
  void other_lines_are_refused(String line) {
    assertThatThrownBy(() -> Baseline.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not \"" + line + "\"");
  }

  @Test
  void update_keeps_what_was_not_measured() {
    assertThat(baseline.updated(Map.of("Tree.coroutine", 2.0, "Fan.loop", 3.0)).ratios())
        .isEqualTo(Map.of("Tree.coroutine", 2.0, "Fan.loop", 3.0, "Deep.coroutine:depth=10", 17.5));
  }

  @Test
  void worsening_is_a_ratio_of_ratios() {
    assertThat(baseline.worsening("Tree.coroutine", 2.5)).contains(2.0);
    assertThat(baseline.worsening("Tree.new", 2.5)).isEmpty();
  }
}
