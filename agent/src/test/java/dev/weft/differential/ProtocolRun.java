package dev.weft.differential;

import dev.weft.fuzz.Choices;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Makes and compares programs until told to end.
 *
 * <ol>
 *   <li>Draws some programs, each from a seed of its own, and some scripts for each.
 *   <li>Has them compared together.
 *   <li>Makes each program that differs, and its script, small; prints both texts and both logs;
 *       and keeps them as a file. Copied to the test resources, in the directory {@code
 *       differential/kept}, every build checks it.
 * </ol>
 */
final class ProtocolRun {
  private static final int TOGETHER = 100;
  private static final int SCRIPTS = 40;
  private static final Duration SHRINKING = Duration.ofMinutes(1);
  private static final int MOST_SHRUNK = 5;
  private static final Path KEPT = Path.of("target", "differential");

  private final PrintStream out;
  private final Figures figures = new Figures();
  private final List<String> failures = new ArrayList<>();

  ProtocolRun(PrintStream out) {
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

  /** Compares programs from this seed on. */
  void run(long seed, BooleanSupplier goOn) {
    out.println("Comparing with " + Python.version() + " from seed " + seed);
    for (long next = seed; goOn.getAsBoolean(); next += TOGETHER) {
      check(next, TOGETHER);
    }
    out.println("Compared: " + figures);
  }

  /** Compares the programs of some seeds. */
  void check(long firstSeed, int count) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Twin twin = Twin.of(program(firstSeed + i), "Program" + i);
      trials.add(new Trial(twin, scripts(firstSeed + i)));
    }
    for (Difference difference : Comparison.differences(trials, figures)) {
      report(firstSeed + difference.trial(), difference);
    }
  }

  private static Program program(long seed) {
    return Program.draw(Choices.random(seed));
  }

  private static List<List<String>> scripts(long seed) {
    Choices choices = Choices.random(~seed);
    return Stream.generate(() -> Script.draw(choices)).limit(SCRIPTS).toList();
  }

  private void report(long seed, Difference difference) {
    out.println("DIFFERENCE: seed " + seed + ", script " + difference.script() + "\n" + difference);
    if (failures.size() == MOST_SHRUNK) {
      return;
    }
    List<String> script = scripts(seed).get(difference.script());
    Trial trial = new Shrinking(program(seed), script).shrink(SHRINKING).trial(Kept.NAME);
    Difference small = Comparison.differences(List.of(trial), new Figures()).get(0);
    Kept kept = new Kept(trial.twin(), small.shape(), trial.scripts().get(0));
    Path file = kept.write(KEPT.resolve("seed" + seed + ".txt"));
    failures.add("seed " + seed + ", shrunk to " + file + ":\n" + small + kept.text());
    out.println(failures.get(failures.size() - 1));
  }
}
