package dev.weft.benchmarks.compare;

import dev.weft.benchmarks.launch.Launch;
import java.util.ArrayList;
import java.util.List;

/** What a reader has to know to read the figures right. */
final class Notes {
  private static final int KIB = 1024;

  /** Said where only the benchmarks' own jar is on the class path. */
  static final String WITHOUT_PEERS =
      "No other libraries are measured: they are in peers.jar, which mvn -Ppeers package builds.";

  private Notes() {}

  /** One sentence or two each, in the order of their weight. */
  static List<String> of(Report report) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Switch: one value handed over, there and back. For next() only a value comes back; all"
            + " others send one and wait for the answer to it, so that no side runs ahead.");
    notes.add(
        "Inlined, the compiler merges both sides of a coroutine, as it does in a loop over it."
            + " \"Not inlined\" is what a switch costs where it cannot.");
    notes.add(
        "Every JVM is told to use one processor (-XX:ActiveProcessorCount=1), which is what a"
            + " coroutine needs.");
    report.spinning().ifPresent(timing -> notes.add(spinningNote(timing)));
    report.of(Family.PLATFORM_THREAD).stream()
        .findFirst()
        .ifPresent(thread -> notes.add(stackNote(thread.footprint())));
    Launch.omission().ifPresent(notes::add);
    if (report.of(Family.PEER).isEmpty()) {
      notes.add(WITHOUT_PEERS);
    }
    return notes;
  }

  private static String spinningNote(Timing timing) {
    return "An Exchanger spins before it parks: with a processor each, two platform threads hand"
        + " over through memory, both kept busy, in "
        + Figures.rounded(timing.median())
        + " ns ("
        + timing.range()
        + "); no thread is switched then.";
  }

  private static String stackNote(Footprint thread) {
    String resident =
        thread.residentBytes() < 0
            ? ""
            : ", and about "
                + Figures.bytes(thread.residentBytes() / KIB)
                + " KiB of physical memory were in use for each, parked at the start of its task";
    return "The heap holds only the Thread object of a platform thread. Its stack lies outside,"
        + " where the heap's figure cannot show it: "
        + Figures.bytes(thread.reservedStackBytes() / KIB)
        + " KiB of address space are reserved for it"
        + resident
        + ".";
  }
}
