package dev.weft.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final GuardedCase TREE = new GuardedCase("Tree.coroutine", "Tree.handWritten");
  private static final GuardedCase FAN = new GuardedCase("Fan.loop", "Fan.handWritten");
  private static final List<GuardedCase> CASES = List.of(TREE, FAN);

  private final List<String> progress = new ArrayList<>();
  private final Baseline baseline =
      new Baseline(new TreeMap<>(Map.of("Tree.coroutine", 2.0, "Fan.loop", 4.0)));

  @Test
  void what_stays_within_the_margin_is_measured_once() throws Exception {
    Script script = new Script(List.of(Map.of("Tree.coroutine", 2.9, "Fan.loop", 1.0)));
    Verdict verdict = judge(script);
    assertThat(verdict.slower()).isEmpty();
    assertThat(verdict.ratios()).isEqualTo(Map.of("Tree.coroutine", 2.9, "Fan.loop", 1.0));
    assertThat(script.asked).containsExactly(CASES);
    assertThat(progress).isEmpty();
  }

  @Test
  void only_what_seems_slower_is_measured_again() throws Exception {
    Script script =
        new Script(
            List.of(Map.of("Tree.coroutine", 3.1, "Fan.loop", 4.0), Map.of("Tree.coroutine", 2.5)));
    Verdict verdict = judge(script);
    assertThat(verdict.slower()).isEmpty();
    assertThat(verdict.ratios()).containsEntry("Tree.coroutine", 2.5);
    assertThat(script.asked).containsExactly(CASES, List.of(TREE));
    assertThat(progress).containsExactly("Seems slower, measured again: Tree.coroutine");
  }

  @Test
  void what_stays_slower_is_found_after_two_retrials() throws Exception {
    Script script =
        new Script(
            List.of(
                Map.of("Tree.coroutine", 5.0, "Fan.loop", 9.0),
                Map.of("Tree.coroutine", 4.0, "Fan.loop", 5.0),
                Map.of("Tree.coroutine", 6.0)));
    Verdict verdict = judge(script);
    assertThat(verdict.slower()).containsExactly("Tree.coroutine");
    assertThat(verdict.ratios()).isEqualTo(Map.of("Tree.coroutine", 4.0, "Fan.loop", 5.0));
    assertThat(script.asked).containsExactly(CASES, CASES, List.of(TREE));
  }

  @Test
  void a_case_that_is_new_is_never_slower() throws Exception {
    GuardedCase newer = new GuardedCase("New.coroutine", "New.handWritten");
    Script script = new Script(List.of(Map.of("New.coroutine", 1_000.0)));
    Judge judge = new Judge(baseline, 1.5, script, progress::add);
    assertThat(judge.judge(List.of(newer)).slower()).isEmpty();
  }

  private Verdict judge(Script script) throws Exception {
    return new Judge(baseline, 1.5, script, progress::add).judge(CASES);
  }

  /** Gives what is written down, a map for each run; every floor takes 1 ns. */
  private static final class Script implements Stopwatch {
    final List<Collection<GuardedCase>> asked = new ArrayList<>();
    private final List<Map<String, Double>> runs;

    Script(List<Map<String, Double>> runs) {
      this.runs = runs;
    }

    @Override
    public Scores measure(Collection<GuardedCase> cases) {
      TreeMap<String, Double> nanos = new TreeMap<>(runs.get(asked.size()));
      asked.add(cases);
      cases.forEach(guarded -> nanos.put(guarded.floor(), 1.0));
      return new Scores(nanos);
    }
  }
}
