package dev.weft.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SurveyTest {
  @Test
  void the_median_of_the_rounds_counts() throws Exception {
    Deque<Double> nanos = new ArrayDeque<>(List.of(9.0, 2.0, 3.0));
    Stopwatch stopwatch =
        cases -> new Scores(new TreeMap<>(Map.of("Tree.walk", nanos.pop(), "Tree.floor", 2.0)));
    assertThat(Survey.medians(stopwatch, List.of(new GuardedCase("Tree.walk", "Tree.floor")), 3))
        .isEqualTo(Map.of("Tree.walk", 1.5));
    assertThat(nanos).isEmpty();
  }
}
