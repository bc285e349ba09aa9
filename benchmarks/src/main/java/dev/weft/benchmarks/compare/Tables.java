package dev.weft.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;

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

  /** How many times faster each coroutine is than each of the others. */
  static Table ratios(Report report) {
    List<Result> coroutines = report.of(Family.COROUTINE);
    List<String> headings = new ArrayList<>(List.of("times faster than"));
    coroutines.forEach(coroutine -> headings.add(coroutine.contestant().label()));
    Table table = new Table(headings);
    for (Result other : report.results()) {
      if (other.family() != Family.COROUTINE) {
        table.row(ratiosTo(other, coroutines));
      }
    }
    return table;
  }

  private static List<String> ratiosTo(Result other, List<Result> coroutines) {
    List<String> cells = new ArrayList<>(List.of(other.contestant().fullLabel()));
    for (Result coroutine : coroutines) {
      cells.add(Figures.times(other.nanosPerSwitch() / coroutine.nanosPerSwitch()));
    }
    return cells;
  }
}
