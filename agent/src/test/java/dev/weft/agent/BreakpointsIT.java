package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Debugged;
import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a debugger sees of a coroutine where it stops at breakpoints. */
@Timeout(120)
class BreakpointsIT {
  @Case("DB-07")
  @Test
  void a_breakpoint_is_hit_once_each_time_the_source_gets_there() throws Exception {
    String[] breakpoints = {"starts", "calls", "begins", "yields", "resumed", "returned", "ends"};
    List<String> hit = new ArrayList<>();
    try (DebuggedJvm debugger = DebuggedJvm.start(Debugged.class, "", breakpoints)) {
      for (String line = debugger.go(); !line.equals(DebuggedJvm.ENDED); line = debugger.go()) {
        hit.add(line);
      }
      assertThat(debugger.output()).isEqualTo("12");
    }
    List<String> expected = new ArrayList<>(List.of("starts"));
    for (int i = 0; i < 3; i++) {
      expected.addAll(List.of("calls", "begins", "yields", "resumed", "returned"));
    }
    expected.add("ends");
    assertThat(hit).isEqualTo(expected);
  }

  @Case("DB-03")
  @Test
  void variables_that_are_still_needed_have_their_names_and_values() throws Exception {
    try (DebuggedJvm debugger =
        DebuggedJvm.start(Debugged.class, "", "yields", "resumed", "returned")) {
      for (int i = 0; i < 3; i++) {
        String value = String.valueOf(i);
        assertThat(debugger.go()).isEqualTo("yields");
        assertThat(debugger.variables()).isEqualTo(Map.of("value", value, "before", value));
        assertThat(debugger.go()).isEqualTo("resumed");
        assertThat(debugger.variables()).isEqualTo(Map.of("value", value));
        assertThat(debugger.go()).isEqualTo("returned");
        assertThat(debugger.variables())
            .isEqualTo(Map.of("i", value, "limit", "3", "sum", String.valueOf(i * i + 2 * i)));
      }
    }
  }

  @Case("DB-03")
  @Test
  void with_scopes_kept_those_that_are_not_needed_have_theirs_too() throws Exception {
    try (DebuggedJvm debugger =
        DebuggedJvm.start(Debugged.class, "locals=scope", "resumed", "resumed last")) {
      for (int i = 0; i < 3; i++) {
        String value = String.valueOf(i);
        assertThat(debugger.go()).isEqualTo("resumed");
        assertThat(debugger.variables()).isEqualTo(Map.of("value", value, "before", value));
      }
      assertThat(debugger.go()).isEqualTo("resumed last");
      assertThat(debugger.variables()).isEqualTo(Map.of("limit", "3", "sum", "9"));
    }
  }

  /** What has suspended is not on the stack of the thread that resumes what it has called. */
  @Case("DB-05")
  @ParameterizedTest
  @ValueSource(strings = {"yields", "resumed"})
  void the_callers_on_the_stack_are_those_that_run(String line) throws Exception {
    try (DebuggedJvm debugger = DebuggedJvm.start(Debugged.class, "", line)) {
      assertThat(debugger.go()).isEqualTo(line);
      List<String> begun = List.of("yields", "calls", "asks");
      assertThat(debugger.stackLines())
          .isEqualTo(line.equals("yields") ? begun : List.of("resumed", "asks"));
    }
  }
}
