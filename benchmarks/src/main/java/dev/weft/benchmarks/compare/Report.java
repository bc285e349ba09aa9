package dev.weft.benchmarks.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that came out, in the order to show it.
 *
 * @param setting where and when
 * @param results one for each contestant, all on one processor
 * @param spinning two platform threads that hand over by spinning on a processor each, where no
 *     thread is switched; empty if there is but one
 */
record Report(Setting setting, List<Result> results, Optional<Timing> spinning) {
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
