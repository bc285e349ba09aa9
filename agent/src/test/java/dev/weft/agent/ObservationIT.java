package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.programs.Abandoned;
import dev.weft.programs.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracked generators seen from outside: by the agent, jcmd, JMX, flight recordings; and leaks. */
class ObservationIT {
  private static final String OBSERVED = Observed.class.getName() + ".pausing";
  private static final String LINE = "  at " + OBSERVED + "(Observed.java:";
  private static final String LOCAL = "milliseconds = 60";

  @TempDir private Path directory;

  private static ForkedJvm jvm() {
    return ForkedJvm.plain().first(ForkedJvm.agentJar()).agent(ForkedJvm.agentJar(), "track");
  }

  private List<RecordedEvent> events(Path file, String name) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals("dev.weft." + name))
        .toList();
  }

  // === The agent ===

  @Test
  void the_agent_tells() {
    assertThat(jvm().run(Observed.class, "ask").output())
        .containsOnlyOnce(LOCAL)
        .startsWith("live generators: 1 SUSPENDED; made: 1; abandoned in a try: 0\n");
  }

  @Test
  void where_nothing_is_tracked_the_agent_says_so() {
    ForkedJvm jvm = ForkedJvm.woven().first(ForkedJvm.agentJar());
    String nothing =
        "No generator is tracked: no class woven with the option track has made one.\n";
    assertThat(jvm.run(Observed.class, "ask").output()).isEqualTo(nothing + nothing);
  }

  // === jcmd ===

  private ForkedJvm.Result load(ForkedJvm jvm, String option) {
    assumeTrue(ForkedJvm.jdkTool("jcmd", "-h").isPresent(), "this Java has no jcmd");
    String agent = ForkedJvm.agentJar().toString();
    return jvm.run(Observed.class, "load", agent, option);
  }

  @Test
  void jcmd_has_a_report_written_and_the_agent_that_runs_stays_as_it_is() throws IOException {
    Path file = directory.resolve("report");
    ForkedJvm.Result result = load(jvm(), "report:" + file);
    assertThat(result.output().lines()).containsExactly("jcmd 0 true", "agent runs: true", "1");
    assertThat(Files.readString(file)).contains("#1 " + OBSERVED, LINE).doesNotContain(LOCAL);
    assertThat(result.err()).doesNotContain("runs already");
  }

  @Test
  void with_locals_and_on_the_standard_error_stream_if_asked() {
    ForkedJvm.Result result = load(jvm(), "report.locals");
    assertThat(result.err()).contains("#1 " + OBSERVED, LINE, LOCAL);
  }

  @Test
  void a_file_that_cannot_be_written_is_named() {
    Path file = directory.resolve("missing").resolve("report");
    ForkedJvm.Result result = load(jvm(), "report:" + file);
    assertThat(result.out()).startsWith("jcmd 0 false");
    assertThat(result.err()).contains("Weft: cannot write the report to " + file);
  }

  @Test
  void a_program_woven_in_the_build_is_reported_on_and_no_agent_stays() throws IOException {
    ClassDirectory classes = ClassDirectory.of(directory.resolve("classes"), Observed.class);
    String library = ForkedJvm.jar("weft.core.jar").toString();
    ForkedJvm.commandLine("weave", "--track", classes.path().toString(), "-cp", library);
    Path file = directory.resolve("report");
    ForkedJvm.Result result =
        load(ForkedJvm.plain().first(classes.path()), "report.locals:" + file);
    assertThat(result.out().lines()).containsExactly("jcmd 0 true", "agent runs: null", "1");
    assertThat(Files.readString(file)).contains("#1 " + OBSERVED, LINE, LOCAL);
  }

  // === JMX ===

  @Test
  void there_is_an_mbean() {
    List<String> lines = jvm().run(Observed.class, "bean").output().lines().toList();
    assertThat(lines).startsWith("LiveCount 1", "CreatedCount 1", "AbandonedCount 0");
    assertThat(lines).filteredOn(line -> line.startsWith(LINE)).hasSize(2);
    assertThat(lines).filteredOn(line -> line.strip().equals(LOCAL)).hasSize(1);
  }

  // === Flight recordings ===

  @Test
  void flight_recordings_have_what_was_made_and_long_runs() throws IOException {
    Path file = directory.resolve("recording.jfr");
    jvm().run(Observed.class, "record", file.toString()).output();
    List<RecordedEvent> made = events(file, "GeneratorCreated");
    assertThat(made).hasSize(1);
    assertThat(made.get(0).getString("type")).isEqualTo(Observed.class.getName());
    assertThat(made.get(0).getString("method")).isEqualTo("pausing");
    assertThat(made.get(0).getString("madeAt")).startsWith(Observed.class.getName() + ".main(");
    List<RecordedEvent> runs = events(file, "GeneratorRun");
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).getLong("generator")).isEqualTo(made.get(0).getLong("generator"));
    assertThat(runs.get(0).getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
  }

  // === Leaks ===

  @Test
  void generators_abandoned_where_closing_would_run_code_are_reported() throws IOException {
    Path file = directory.resolve("recording.jfr");
    ForkedJvm.Result result = jvm().run(Abandoned.class, file.toString());
    assertThat(result.out().lines()).containsExactly("finally", "5");
    Source source = Source.of(Abandoned.class);
    String program = Abandoned.class.getName() + ".";
    assertThat(result.err().lines()).hasSize(4);
    for (String method : List.of("inFinally", "inResource", "inExitHandler")) {
      String place = program + method + "(" + source.line("in " + method) + ")";
      assertThat(result.err())
          .containsOnlyOnce("a generator was abandoned, suspended at " + place + ", in a try")
          .containsPattern("It is \\Q" + program + method + "\\E, made \\d+\\.\\d s ago at ")
          .contains("abandon(" + source.line("made " + method) + ")");
    }
    assertThat(result.err())
        .containsOnlyOnce(
            program
                + "called("
                + source.line("in inCaller")
                + "), called at "
                + program
                + "inCaller("
                + source.line("called inCaller")
                + "), in a try");
    assertThat(events(file, "GeneratorAbandoned"))
        .hasSize(5)
        .allMatch(event -> event.getInt("line") > 0 && event.getDuration("age").toNanos() > 0)
        .filteredOn(event -> event.getString("method").equals("inCaller"))
        .first()
        .satisfies(event -> {
          assertThat(event.getString("suspendedAt")).contains(source.line("in inCaller"));
          assertThat(event.getString("cleanupAt")).contains(source.line("called inCaller"));
          assertThat(event.getString("madeAt")).contains(source.line("made inCaller"));
        });
  }
}
