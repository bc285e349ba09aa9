package dev.weft.differential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a program, and the script that differs, small.
 *
 * <ol>
 *   <li>Leaves out one statement, or one operation of the script, in every possible way.
 *   <li>Compares all of these together, and goes on with the smallest one that still differs.
 *   <li>Ends when none does, or when the time is over.
 * </ol>
 *
 * @param program the program
 * @param script the script
 */
record Shrinking(Program program, List<String> script) {
  /** A program and a script that still differ. */
  Shrinking shrink(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    Shrinking best = this;
    boolean smaller = true;
    while (smaller && System.nanoTime() < end) {
      List<Shrinking> candidates = best.smaller();
      List<Difference> differences = Comparison.differences(trials(candidates), new Figures());
      smaller = !differences.isEmpty();
      best =
          differences.stream()
              .map(difference -> candidates.get(difference.trial()))
              .min(Comparator.comparingInt(Shrinking::size))
              .orElse(best);
    }
    return best;
  }

  /** What is compared, under a name. */
  Trial trial(String name) {
    return new Trial(Twin.of(program, name), List.of(script));
  }

  private List<Shrinking> smaller() {
    List<Shrinking> all = new ArrayList<>();
    program.smaller().forEach(fewer -> all.add(new Shrinking(fewer, script)));
    for (int i = 0; i < script.size(); i++) {
      List<String> fewer = new ArrayList<>(script);
      fewer.remove(i);
      all.add(new Shrinking(program, fewer));
    }
    return all;
  }

  private static List<Trial> trials(List<Shrinking> candidates) {
    List<Trial> trials = new ArrayList<>();
    for (Shrinking candidate : candidates) {
      trials.add(candidate.trial("Smaller" + trials.size()));
    }
    return trials;
  }

  private int size() {
    return PythonText.of(program, "g").length() + String.join("\n", script).length();
  }
}
