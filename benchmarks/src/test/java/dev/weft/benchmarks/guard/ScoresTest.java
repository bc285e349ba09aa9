package dev.weft.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final GuardedCase DEEP = new GuardedCase("Deep.coroutine", "Deep.handWritten");

  @Test
  void key_lists_parameters_by_name() {
    assertThat(Scores.key("Deep.coroutine", Map.of())).isEqualTo("Deep.coroutine");
    assertThat(Scores.key("Deep.coroutine", Map.of("b", "2", "a", "1")))
        .isEqualTo("Deep.coroutine:a=1,b=2");
    assertThat(Scores.benchmark("Deep.coroutine:a=1,b=2")).isEqualTo("Deep.coroutine");
  }

  @Test
  void ratio_is_to_the_floor() {
    Scores scores = scores(Map.of("Deep.coroutine", 3.0, "Deep.handWritten", 2.0));
    assertThat(scores.ratios(List.of(DEEP))).isEqualTo(Map.of("Deep.coroutine", 1.5));
  }

  @Test
  void floor_without_parameters_serves_all() {
    Scores scores =
        scores(
            Map.of(
                "Deep.coroutine:depth=1", 3.0,
                "Deep.coroutine:depth=10", 4.0,
                "Deep.handWritten", 2.0));
    assertThat(scores.ratios(List.of(DEEP)))
        .isEqualTo(Map.of("Deep.coroutine:depth=1", 1.5, "Deep.coroutine:depth=10", 2.0));
  }

  @Test
  void floor_with_the_same_parameters_goes_first() {
    Scores scores =
        scores(
            Map.of(
                "Deep.coroutine:depth=10", 4.0,
                "Deep.handWritten:depth=10", 8.0,
                "Deep.handWritten", 2.0));
    assertThat(scores.ratios(List.of(DEEP))).isEqualTo(Map.of("Deep.coroutine:depth=10", 0.5));
  }

  @Test
  void other_benchmarks_have_no_ratio() {
    Scores scores = scores(Map.of("Deep.coroutineOther", 3.0, "Deep.handWritten", 2.0));
    assertThat(scores.ratios(List.of(DEEP))).isEmpty();
  }

  @Test
  void floor_that_is_missing_is_named() {
    Scores scores = scores(Map.of("Deep.coroutine", 3.0));
    assertThatThrownBy(() -> scores.ratios(List.of(DEEP)))
        .hasMessage(
            "the floor of Deep.coroutine was not measured: there is no benchmark Deep.handWritten");
  }

  private static Scores scores(Map<String, Double> nanos) {
    return new Scores(new TreeMap<>(nanos));
  }
}
