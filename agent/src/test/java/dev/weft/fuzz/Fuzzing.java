package dev.weft.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes and checks programs of one kind until the time is over.
 *
 * <ol>
 *   <li>Draws a number of programs, each from a seed of its own.
 *   <li>Has them checked together.
 *   <li>Makes each that differs small, prints it, and keeps it as a file; copied to the test
 *       resources, in the directory {@code fuzz}, it is checked by every build.
 * </ol>
 */
final class Fuzzing {
  private static final int TOGETHER = 20;
  private static final Duration SHRINKING = Duration.ofMinutes(1);
  private static final Path KEPT = Path.of("target", "fuzz");

  private final Subject subject;
  private final PrintStream out;
  private final Figures figures = new Figures();
  private final List<String> failures = new ArrayList<>();

  Fuzzing(Subject subject, PrintStream out) {
    this.subject = subject;
    this.out = out;
  }

  /** What was done up to now. */
  Figures figures() {
    return figures;
  }

  /** What differed. */
  List<String> failures() {
    return failures;
  }

  /** Checks programs from this seed on. */
  void run(long seed, Duration time) {
    out.println("Fuzzing " + subject.name() + " from seed " + seed);
    long end = System.nanoTime() + time.toNanos();
    for (long next = seed; System.nanoTime() < end; next += TOGETHER) {
      check(next, TOGETHER);
    }
    out.println("Fuzzed " + subject.name() + ": " + figures);
  }

  /** Checks the programs of some seeds. */
  void check(long firstSeed, int count) {
    List<Choices> programs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      programs.add(Choices.random(firstSeed + i));
    }
    Map<Integer, String> differences = subject.differences(programs, figures);
    differences.forEach((at, what) -> report(firstSeed + at, programs.get(at), what));
  }

  private void report(long seed, Choices program, String what) {
    out.println("DIFFERENCE: " + subject.name() + " seed " + seed + ": " + what);
    int[] small = Shrinker.shrink(program.drawn(), SHRINKING, this::fails);
    String difference = subject.differences(List.of(Choices.of(small)), new Figures()).get(0);
    Subject.Kept kept = subject.keep(Choices.of(small));
    Path file = KEPT.resolve(subject.name() + seed + kept.extension());
    write(file, kept.content());
    failures.add(subject.name() + " seed " + seed + ", shrunk to " + file + ": " + difference);
    out.println(failures.get(failures.size() - 1));
  }

  private boolean fails(int[] choices) {
    return !subject.differences(List.of(Choices.of(choices)), new Figures()).isEmpty();
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
