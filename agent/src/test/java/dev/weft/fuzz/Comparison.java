package dev.weft.fuzz;

import dev.weft.behaviour.Differential;
import dev.weft.behaviour.Form;
import dev.weft.behaviour.PlainLoader;
import dev.weft.behaviour.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Compares many programs, each in a class of its own, with themselves: woven in every {@link Form}
 * and suspending in every mode with unwoven. One loader for each form has all programs, so this is
 * much faster than a {@link Differential} for each.
 */
final class Comparison {
  private static final String PROGRAM = "program";
  private static final int MOST_STEPS = 300;
  private static final int FAILING_RUNS = 4;

  /** These name variables, or loaders. */
  private static final Pattern MESSAGES_OF_THE_JVM =
      Pattern.compile("((NullPointer|ClassCast)Exception): .*");

  private final Map<String, byte[]> classes;
  private final Figures figures;
  private final Map<String, Runs> plain = new LinkedHashMap<>();
  private final Map<String, Integer> steps = new HashMap<>();
  private final Map<String, String> differences = new LinkedHashMap<>();

  private Comparison(Map<String, byte[]> classes, Figures figures) {
    this.classes = classes;
    this.figures = figures;
  }

  /** What differs, by the name of the program; programs without end or step are discarded. */
  static Map<String, String> differences(
      Map<String, byte[]> classes, List<String> programs, Figures figures) {
    Comparison comparison = new Comparison(classes, figures);
    comparison.runPlain(programs);
    for (Form form : Form.values()) {
      comparison.runWoven(form);
    }
    figures.differences += comparison.differences.size();
    return comparison.differences;
  }

  private void runPlain(List<String> programs) {
    ClassLoader loader = new PlainLoader(classes);
    for (String program : programs) {
      figures.programs++;
      try {
        Runs runs = new Runs(loader, program, PROGRAM);
        int count = Runs.steps(runs.plain(0, ""));
        if (count > 0 && count <= MOST_STEPS) {
          plain.put(program, runs);
          steps.put(program, count);
          continue;
        }
      } catch (VerifyError | StackOverflowError invalid) {
        // discarded
      }
      figures.discards++;
    }
  }

  private void runWoven(Form form) {
    ClassLoader loader = form.load(classes, PROGRAM);
    for (String program : plain.keySet()) {
      if (!differences.containsKey(program)) {
        try {
          Runs runs = new Runs(loader, program, PROGRAM);
          long before = runs.suspensions();
          compare(program, form, runs);
          figures.suspensions += runs.suspensions() - before;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
          differences.put(program, form + ": " + Failures.describe(failure));
        }
      }
    }
  }

  private void compare(String program, Form form, Runs runs) {
    Runs expected = plain.get(program);
    List<String> unhindered = expected.plain(0, "");
    SplittableRandom random = new SplittableRandom(steps.get(program));
    for (String mode : form.suspendsAlways() ? List.of("always") : Differential.MODES) {
      expect(program, form + ", " + mode, unhindered, runs.driven(mode, 0, ""));
    }
    for (int i = 0; i < FAILING_RUNS; i++) {
      int step = 1 + random.nextInt(steps.get(program));
      String kind = Differential.KINDS.get(random.nextInt(Differential.KINDS.size()));
      compareFailing(program, form, runs, step, kind);
    }
  }

  private void compareFailing(String program, Form form, Runs runs, int step, String kind) {
    List<String> expected = plain.get(program).plain(step, kind);
    String where = form + ", " + kind + " in step " + step;
    for (String mode : form.suspendsAlways() ? List.of("always") : List.of("never", "always")) {
      expect(program, where + " raised, " + mode, expected, runs.raised(mode, step, kind));
      expect(program, where + " thrown, " + mode, expected, runs.driven(mode, step, kind));
    }
    if (kind.equals("exit") && !form.suspendsAlways()) {
      expect(program, where + " by closing", expected, runs.closed(step));
    }
  }

  private void expect(String program, String where, List<String> expected, List<String> actual) {
    figures.runs++;
    List<String> first = normalised(expected);
    List<String> second = normalised(actual);
    if (!first.equals(second)) {
      differences.putIfAbsent(program, where + ": " + firstDifference(first, second));
    }
  }

  private static List<String> normalised(List<String> outcome) {
    List<String> normalised = new ArrayList<>(outcome);
    normalised.replaceAll(line -> MESSAGES_OF_THE_JVM.matcher(line).replaceAll("$1"));
    return normalised;
  }

  private static String firstDifference(List<String> expected, List<String> actual) {
    int at = 0;
    while (at < expected.size() && at < actual.size() && expected.get(at).equals(actual.get(at))) {
      at++;
    }
    return "line " + at + ": expected " + line(expected, at) + ", was " + line(actual, at);
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at) + " of " + lines.size() : "nothing";
  }
}
