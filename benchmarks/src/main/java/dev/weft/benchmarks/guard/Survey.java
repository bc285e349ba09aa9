package dev.weft.benchmarks.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.runner.RunnerException;

/** Measures several times, so that a baseline does not hang on chance. */
final class Survey {
  private Survey() {}

  /**
   * Measures the cases.
   *
   * @param rounds how many times, an odd number
   * @return the median ratio of each
   */
  static SortedMap<String, Double> medians(
      Stopwatch stopwatch, Collection<GuardedCase> cases, int rounds) throws RunnerException {
    SortedMap<String, List<Double>> all = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      stopwatch
          .measure(cases)
          .ratios(cases)
          .forEach((key, ratio) -> all.computeIfAbsent(key, k -> new ArrayList<>()).add(ratio));
    }
    SortedMap<String, Double> medians = new TreeMap<>();
    all.forEach(
        (key, ratios) -> medians.put(key, ratios.stream().sorted().toList().get(rounds / 2)));
    return medians;
  }
}
