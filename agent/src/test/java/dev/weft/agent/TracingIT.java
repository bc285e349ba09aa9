package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Traced;
import dev.weft.weaving.Case;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.javaagent.OpenTelemetryAgent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenTelemetry's agent beside ours, whichever comes first. Nothing is exported. */
@Case("XC-09")
class TracingIT {
  private static ForkedJvm.Result run(boolean tracingFirst, String part) {
    ForkedJvm jvm =
        ForkedJvm.plain()
            .with(Span.class, Context.class, ComponentLoader.class, WithSpan.class)
            .with(
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none");
    Path tracing = ForkedJvm.locationOf(OpenTelemetryAgent.class);
    if (tracingFirst) {
      jvm.agent(tracing, "").agent(ForkedJvm.agentJar(), "");
    } else {
      jvm.agent(ForkedJvm.agentJar(), "").agent(tracing, "");
    }
    return jvm.run(Traced.class, part);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void coroutines_run_in_an_instrumented_program(boolean tracingFirst) {
    assertThat(output(tracingFirst, "untouched"))
        .containsExactly(
            "plain: a span",
            "1: no span",
            "2: a span", // as the thread pool has handed on the span of the method that submits
            "sum 30: no span",
            "false 30",
            "at the end: no span");
  }

  /** The span is around what the plain method does: it makes a generator. */
  @Test
  void started_after_ours_it_sees_no_more_of_a_coroutine_than_its_plain_method() {
    assertThat(output(false, "annotated"))
        .containsExactly(
            "plain: a span",
            "made: no span",
            "generator: no span, outside: no span",
            "subroutine: no span, outside: no span",
            "returned: no span, no span",
            "at the end: no span");
  }

  /** Its code has become part of the coroutine; a suspended one leaves its span to the thread. */
  @Test
  void started_before_ours_it_keeps_the_span_until_the_coroutine_has_ended() {
    assertThat(output(true, "annotated"))
        .containsExactly(
            "plain: a span",
            "made: no span",
            "generator: a span, outside: a span",
            "subroutine: a span, outside: a span",
            "returned: a span, a span",
            "at the end: no span");
  }

  /** What the program prints; the agent greets on the standard error stream. */
  private static List<String> output(boolean tracingFirst, String part) {
    ForkedJvm.Result result = run(tracingFirst, part);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).doesNotContain("[weft]", "ERROR");
    return result.out().lines().toList();
  }
}
