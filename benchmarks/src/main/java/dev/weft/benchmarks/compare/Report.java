package dev.weft.benchmarks.compare;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** What belongs together, in the order to show it: families, and other libraries by case. */
  Collection<List<Result>> groups() {
    return results.stream()
        .collect(Collectors.groupingBy(Report::group, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static List<Object> group(Result result) {
    Family family = result.family();
    return family == Family.PEER ? List.of(family, result.contestant().label()) : List.of(family);
  }
}
