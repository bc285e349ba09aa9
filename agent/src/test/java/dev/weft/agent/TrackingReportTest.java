package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks an agent that is loaded into a running JVM for a report. */
class TrackingReportTest {
  private static void assertAsks(String option, TrackingReport report) {
    assertThat(TrackingReport.asked(option)).contains(report);
  }

  @Test
  void without_a_file_it_goes_to_the_standard_error_stream() {
    assertAsks("report", new TrackingReport(Optional.empty(), false));
    assertAsks("report.locals", new TrackingReport(Optional.empty(), true));
  }

  @Test
  void a_file_follows_a_colon_or_an_equals_sign() {
    Optional<Path> file = Optional.of(Path.of("some/where"));
    assertAsks("report:some/where", new TrackingReport(file, false));
    assertAsks("report=some/where", new TrackingReport(file, false));
    assertAsks("report.locals:some/where", new TrackingReport(file, true));
    assertAsks("report:a:b=c", new TrackingReport(Optional.of(Path.of("a:b=c")), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "log", "reports", "report:", "report.all", "log,report"})
  void all_else_is_for_the_agents_options(String option) {
    assertThat(TrackingReport.asked(option)).isEmpty();
  }
}
