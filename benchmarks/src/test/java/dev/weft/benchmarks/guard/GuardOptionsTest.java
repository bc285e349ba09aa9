package dev.weft.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardOptionsTest {
  @Test
  void without_options_all_are_judged_generously() {
    GuardOptions options = GuardOptions.parse();
    assertThat(options.update()).isFalse();
    assertThat(options.margin()).isEqualTo(1.5);
    assertThat(options.only().matcher("any").find()).isTrue();
    assertThat(options.baseline()).isEmpty();
  }

  @Test
  void options_are_read() {
    GuardOptions options =
        GuardOptions.parse(
            "--update", "--margin", "1.2", "--only", "Tree|Fan", "--baseline", "other.txt");
    assertThat(options.update()).isTrue();
    assertThat(options.margin()).isEqualTo(1.2);
    assertThat(options.only().pattern()).isEqualTo("Tree|Fan");
    assertThat(options.baseline()).contains(Path.of("other.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "--margin 0.5, --margin needs a number of at least 1",
    "--margin much, --margin needs a number of at least 1",
    "--only, --only needs a value",
    "--fast, unknown option --fast"
  })
  void wrong_options_are_refused_with_the_right_ones(String line, String message) {
    assertThatThrownBy(() -> GuardOptions.parse(line.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("--baseline FILE");
  }
}
