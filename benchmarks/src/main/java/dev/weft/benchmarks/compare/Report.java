package dev.weft.benchmarks.compare;

import java.util.Arrays;
import java.util.List;

/**
 * All that came out, in the order to show it.
 *
 * @param setting where and when
 * @param results one for each contestant
 */
record Report(Setting setting, List<Result> results) {
  static final String UNIT = "a switch = one value handed over, there and back";

  Report {
    results = List.copyOf(results);
  }

  List<Result> of(Family family) {
    return results.stream().filter(r -> r.family() == family).toList();
  }

  /** The families that took part, in their order. */
  List<Family> families() {
    return Arrays.stream(Family.values()).filter(f -> !of(f).isEmpty()).toList();
  }
}
