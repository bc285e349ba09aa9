package dev.weft.benchmarks.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small report with made-up figures. */
final class Samples {
  private Samples() {}

  static Report report() {
    return new Report(
        new Setting("25+36 (Some \"Vendor\")", 2, "Linux amd64", "2026-01-31"),
        List.of(
            result(Family.COROUTINE, "generate, next()", 0.5, 48),
            result(Family.COROUTINE, "send()", 5, 40),
            result(Family.VIRTUAL_THREAD, "Exchanger", 500, 712.4),
            result(Family.PLATFORM_THREAD, "LockSupport", 40_750, 1_234)),
        Optional.of(new Timing(190, 90, 240)));
  }

  private static Result result(Family family, String label, double nanos, double heap) {
    Contestant contestant =
        new Contestant(family, label, "some.Benchmark.name", Map.of(), Subject.ECHO);
    boolean stack = family == Family.PLATFORM_THREAD;
    Footprint footprint =
        new Footprint(heap, stack ? 27_648 : Footprint.UNKNOWN, stack ? 1_048_576 : 0);
    return new Result(contestant, new Timing(nanos, nanos * 0.9, nanos * 1.2), footprint);
  }
}
