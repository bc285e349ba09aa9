package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void groups_by_family_and_other_libraries_by_case() {
    assertThat(Samples.report().groups())
        .extracting(ReportTest::labels)
        .containsExactly(
            List.of("Weft coroutine, generate, next()", "Weft coroutine, send()"),
            List.of("Warp 1.2, generate, next()", "Loom 3.4, generate, next()"),
            List.of("Loom 3.4, send()"),
            List.of("virtual thread, Exchanger"),
            List.of("platform thread, LockSupport"));
  }

  private static List<String> labels(List<Result> group) {
    return group.stream().map(result -> result.contestant().fullLabel()).toList();
  }
}
