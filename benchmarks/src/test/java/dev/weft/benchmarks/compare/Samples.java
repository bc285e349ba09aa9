package dev.weft.benchmarks.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small report with made-up figures. */
final class Samples {
  private Samples() {}

  static Report report() {
    return new Report(
        new Setting("25+36 (Some \"Vendor\")", "Fast 9000", 2, "Linux amd64", "2026-01-31"),
        List.of(
            result(Family.COROUTINE, "Weft coroutine", "generate, next()", 0.5, 48),
            result(Family.COROUTINE, "Weft coroutine", "send()", 5, 40),
            result(Family.PEER, "Warp 1.2", "generate, next()", 40, 120),
            result(Family.PEER, "Loom 3.4", "generate, next()", 80, 160),
            result(Family.PEER, "Loom 3.4", "send()", 100, 160),
            result(Family.VIRTUAL_THREAD, "virtual thread", "Exchanger", 500, 712.4),
            result(Family.PLATFORM_THREAD, "platform thread", "LockSupport", 40_750, 1_234)),
        Optional.of(new Timing(190, 90, 240)));
  }

  /** The same, where no other library was on the class path. */
  static Report withoutPeers() {
    Report report = report();
    return new Report(
        report.setting(),
        report.results().stream().filter(r -> r.family() != Family.PEER).toList(),
        report.spinning());
  }

  private static Result result(
      Family family, String owner, String label, double nanos, double heap) {
    Contestant contestant =
        new Contestant(family, owner, label, "some.Benchmark.name", Map.of(), Subject.ECHO);
    boolean stack = family == Family.PLATFORM_THREAD;
    Footprint footprint =
        new Footprint(heap, stack ? 27_648 : Footprint.UNKNOWN, stack ? 1_048_576 : 0);
    return new Result(contestant, new Timing(nanos, nanos * 0.9, nanos * 1.2), footprint);
  }
}
