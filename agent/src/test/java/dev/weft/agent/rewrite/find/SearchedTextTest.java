package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text in bytes. */
class SearchedTextTest {
  private final SearchedText text = new SearchedText("dev/weft/");

  private boolean isIn(String bytes) {
    return text.isIn(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void is_found_wherever_it_begins() {
    for (int before = 0; before < 30; before++) {
      assertThat(isIn("x".repeat(before) + "dev/weft/")).isTrue();
      assertThat(isIn("/".repeat(before) + "dev/weft/Generator;")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ddev/weft/", "dev/dev/weft/", "dev/wedev/weft/", "/weft/dev/weft/"})
  void is_found_after_a_part_of_it(String bytes) {
    assertThat(isIn(bytes)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dev/weft", "ev/weft/", "dev/west/", "dev.weft.", "dev/weft\u00ef"})
  void is_not_found_where_it_is_not(String bytes) {
    assertThat(isIn(bytes)).isFalse();
  }
}
