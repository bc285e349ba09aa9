package dev.weft.benchmarks.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of the report: what was measured, and how many times it is. */
final class Tables {
  private Tables() {}

  /** Every contestant with its time and its memory. */
  static Table measured(Report report) {
    Table table = new Table(List.of("", "ns per switch", "range", "heap bytes while suspended"));
    for (Result result : report.results()) {
      table.row(
          List.of(
              result.contestant().fullLabel(),
              Figures.rounded(result.nanosPerSwitch()),
              result.timing().range(),
              Figures.bytes(result.footprint().heapBytes())));
    }
    return table;
  }

  /**
   * How many times faster each coroutine is than each of the others. Another library is compared
   * with case by case, in one row.
   */
  static Table ratios(Report report) {
    List<Result> coroutines = report.of(Family.COROUTINE);
    List<String> headings = new ArrayList<>(List.of("times faster than"));
    coroutines.forEach(coroutine -> headings.add(coroutine.contestant().label()));
    Table table = new Table(headings);
    peers(report).forEach((owner, results) -> table.row(ratiosOf(owner, results, coroutines)));
    for (Result other : report.results()) {
      if (other.family() != Family.COROUTINE && other.family() != Family.PEER) {
        table.row(ratiosTo(other, coroutines));
      }
    }
    return table;
  }

  private static Map<String, List<Result>> peers(Report report) {
    return report.of(Family.PEER).stream()
        .collect(
            Collectors.groupingBy(
                result -> result.contestant().owner(), LinkedHashMap::new, Collectors.toList()));
  }

  private static List<String> ratiosOf(String owner, List<Result> cases, List<Result> coroutines) {
    List<String> cells = new ArrayList<>(List.of(owner + ", the same case"));
    for (Result coroutine : coroutines) {
      cells.add(
          cases.stream()
              .filter(c -> c.contestant().label().equals(coroutine.contestant().label()))
              .findFirst()
              .map(c -> ratio(c, coroutine))
              .orElse(""));
    }
    return cells;
  }

  private static List<String> ratiosTo(Result other, List<Result> coroutines) {
    List<String> cells = new ArrayList<>(List.of(other.contestant().fullLabel()));
    coroutines.forEach(coroutine -> cells.add(ratio(other, coroutine)));
    return cells;
  }

  private static String ratio(Result other, Result coroutine) {
    return Figures.times(other.nanosPerSwitch() / coroutine.nanosPerSwitch());
  }
}
