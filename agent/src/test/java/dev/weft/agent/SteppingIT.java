package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Debugged;
import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Where a debugger's steps lead in coroutines. The JDK and Weft are filtered, as in an IDE; places
 * without a line, of what weaving has made, are stepped on from.
 */
@Case("DB-07")
@Timeout(120)
class SteppingIT {
  private static final String[] FILTERED = {
    "java.*", "javax.*", "jdk.*", "sun.*", "com.sun.*", "dev.weft.runtime.*", "dev.weft.agent.*"
  };

  private static DebuggedJvm stopAt(String line) throws Exception {
    DebuggedJvm debugger = DebuggedJvm.start(Debugged.class, "", line).skipping(FILTERED);
    assertThat(debugger.go()).isEqualTo(line);
    return debugger;
  }

  /** The lines that steps lead to, each once where steps end there again. */
  private static List<String> steps(int count, Callable<String> step) throws Exception {
    List<String> lines = new ArrayList<>();
    while (lines.size() < count) {
      String line = step.call();
      if (!line.equals(DebuggedJvm.NO_LINE)) {
        lines.add(line);
      }
    }
    return lines;
  }

  // === Over ===

  @Test
  void over_a_yield_leads_to_the_caller_as_from_a_return() throws Exception {
    try (DebuggedJvm debugger = stopAt("yields")) {
      assertThat(steps(3, debugger::stepOver)).containsExactly("calls", "asks", "takes");
    }
    try (DebuggedJvm debugger = stopAt("yields sum")) {
      assertThat(steps(2, debugger::stepOver)).containsExactly("asks", "takes");
    }
  }

  @Test
  void over_a_call_that_suspends_leads_to_the_consumer_and_to_no_other_line() throws Exception {
    try (DebuggedJvm debugger = stopAt("calls")) {
      assertThat(steps(2, debugger::stepOver)).containsExactly("asks", "takes");
    }
  }

  @Test
  void over_lines_after_a_resume_leads_from_line_to_line() throws Exception {
    try (DebuggedJvm debugger = stopAt("resumed last")) {
      assertThat(steps(3, debugger::stepOver)).containsExactly("reports", "ends", "asks");
    }
    try (DebuggedJvm debugger = stopAt("returned")) {
      assertThat(steps(2, debugger::stepOver)).containsExactly("loops", "calls");
    }
  }

  @Test
  void over_in_the_consumer_stays_there() throws Exception {
    try (DebuggedJvm debugger = stopAt("creates")) {
      assertThat(steps(6, debugger::stepOver))
          .containsExactly("created", "asks", "takes", "took", "loop ends", "asks");
    }
  }

  /** The caller of what was resumed is not on the stack: the consumer is. */
  @Test
  void over_the_end_of_a_resumed_subroutine_leads_to_the_consumer() throws Exception {
    try (DebuggedJvm debugger = stopAt("returns")) {
      assertThat(steps(1, debugger::stepOver)).containsExactly("asks");
    }
  }

  // === Into ===

  @Test
  void into_a_call_of_a_generator_method_leads_on_since_it_runs_nothing() throws Exception {
    try (DebuggedJvm debugger = stopAt("creates")) {
      assertThat(steps(1, debugger::stepInto)).containsExactly("created");
    }
  }

  @Test
  void into_what_drives_a_generator_leads_to_its_first_line() throws Exception {
    try (DebuggedJvm debugger = stopAt("asks")) {
      assertThat(steps(5, debugger::stepInto))
          .containsExactly("starts", "loops", "calls", "begins", "yields");
    }
  }

  /** A method is entered at its first line, and goes on from there where it has suspended. */
  @Test
  void into_what_resumes_a_generator_leads_by_its_first_line_to_the_yield() throws Exception {
    try (DebuggedJvm debugger = stopAt("took")) {
      assertThat(steps(6, debugger::stepInto))
          .containsExactly("loop ends", "asks", "begins", "yields", "resumed", "returns");
    }
  }

  @Test
  void into_goes_on_from_the_end_of_a_resumed_subroutine_to_its_caller() throws Exception {
    try (DebuggedJvm debugger = stopAt("returns")) {
      assertThat(steps(3, debugger::stepInto)).containsExactly("starts", "calls", "returned");
    }
  }

  // === Out ===

  @Test
  void out_of_what_has_not_suspended_yet_leads_to_its_caller() throws Exception {
    try (DebuggedJvm debugger = stopAt("begins")) {
      assertThat(steps(2, debugger::stepOut)).containsExactly("calls", "asks");
    }
  }

  @Test
  void out_of_what_was_resumed_leads_to_the_consumer() throws Exception {
    try (DebuggedJvm debugger = stopAt("resumed")) {
      assertThat(steps(1, debugger::stepOut)).containsExactly("asks");
    }
  }
}
