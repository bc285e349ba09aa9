package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0.3142, 0.31",
    "6.018, 6.02",
    "9.996, 10.0",
    "41.27, 41.3",
    "113.4, 113",
    "'3254.9', '3,250'",
    "'40751', '40,800'"
  })
  void rounds_to_three_digits(double value, String expected) {
    assertThat(Figures.rounded(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.84, 0.8x", "2.44, 2.4x", "54.3, 54x", "3217, '3,200x'", "99.7, 100x"})
  void gives_ratios_two_digits(double value, String expected) {
    assertThat(Figures.times(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"47.9, 48", "27000, '27,000'", "-1, ?"})
  void gives_whole_bytes(double value, String expected) {
    assertThat(Figures.bytes(value)).isEqualTo(expected);
  }
}
