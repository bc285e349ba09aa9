package dev.weft.benchmarks.guard;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Decides which cases have become slower. One that seems so is measured again, for a busy machine
 * makes some look slow by chance; the best of its ratios counts.
 */
final class Judge {
  private static final int RETRIALS = 2;

  private final Baseline baseline;
  private final double margin;
  private final Stopwatch stopwatch;
  private final Consumer<String> progress;

  /**
   * A judge of one run.
   *
   * @param baseline what to judge by
   * @param margin how many times the former ratio is still good
   * @param stopwatch measures
   * @param progress is told what happens, a line at a time
   */
  Judge(Baseline baseline, double margin, Stopwatch stopwatch, Consumer<String> progress) {
    this.baseline = baseline;
    this.margin = margin;
    this.stopwatch = stopwatch;
    this.progress = progress;
  }

  /** Measures the cases, and again those that seem slower. */
  Verdict judge(Collection<GuardedCase> cases) throws RunnerException {
    SortedMap<String, Double> best = new TreeMap<>(stopwatch.measure(cases).ratios(cases));
    for (int retrial = 1; retrial <= RETRIALS; retrial++) {
      List<GuardedCase> suspects = cases.stream().filter(c -> isSlower(c, best)).toList();
      if (suspects.isEmpty()) {
        break;
      }
      progress.accept("Seems slower, measured again: " + names(suspects));
      stopwatch
          .measure(suspects)
          .ratios(suspects)
          .forEach((key, ratio) -> best.merge(key, ratio, Math::min));
    }
    return new Verdict(best, slower(best));
  }

  private static String names(List<GuardedCase> cases) {
    return String.join(", ", cases.stream().map(GuardedCase::benchmark).toList());
  }

  private boolean isSlower(GuardedCase guarded, SortedMap<String, Double> ratios) {
    return slower(ratios).stream().map(Scores::benchmark).anyMatch(guarded.benchmark()::equals);
  }

  private SortedSet<String> slower(SortedMap<String, Double> ratios) {
    SortedSet<String> slower = new TreeSet<>();
    ratios.forEach((key, ratio) -> {
      if (baseline.worsening(key, ratio).orElse(1.0) > margin) {
        slower.add(key);
      }
    });
    return slower;
  }
}
