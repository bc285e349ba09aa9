package dev.weft.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs every subject unwoven and soaked, and compares.
 *
 * <ol>
 *   <li>Each run has a JVM, a directory and a report of its own.
 *   <li>A test that differs is named. A difference that is known and no fault of the weaving is
 *       told as explained.
 *   <li>If any other is left, the unwoven run is done again, and only what differs from both
 *       counts: a test that never ends the same is not blamed on weaving.
 *   <li>The figures come last, and the exit status is 1 if anything differs.
 * </ol>
 */
public final class SoakSuites {
  private static final String ROW = "%-22s%8s%8s%16s%13s%9s%9s%10s%n";
  private static final String NUMBER = "%,d";

  private SoakSuites() {}

  /** One line of the table. */
  private record Line(Subject subject, Run unwoven, Run soaked, Map<String, String> differences) {
    /** How many have no explanation. */
    long unexplained() {
      return differences.keySet().stream().filter(test -> !Subject.isExplained(test)).count();
    }
  }

  /**
   * Runs those whose names the system property {@code weft.soak.only} lists, or all.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String agent = System.getProperty("weft.agent.jar");
    Path reports = Path.of(System.getProperty("weft.soak.reports")).toAbsolutePath();
    List<String> only = List.of(System.getProperty("weft.soak.only", "").split(","));
    List<Line> lines = new ArrayList<>();
    for (Subject subject : Subject.all()) {
      if (only.equals(List.of("")) || only.contains(subject.name())) {
        System.out.println("Soaking " + subject.name() + " ...");
        lines.add(compare(subject, agent, reports.resolve(subject.name())));
      }
    }
    print(lines);
    System.exit(lines.stream().allMatch(line -> line.unexplained() == 0) ? 0 : 1);
  }

  private static Line compare(Subject subject, String agent, Path directory)
      throws IOException, InterruptedException {
    Run unwoven = Run.unwoven(subject, directory);
    Run soaked = Run.soaked(subject, agent, directory);
    Map<String, String> differences = unwoven.outcomes().differences(soaked.outcomes());
    if (!differences.keySet().stream().allMatch(Subject::isExplained)) {
      Run again = Run.unwoven(subject, directory.resolve("again"));
      differences.keySet().retainAll(again.outcomes().differences(soaked.outcomes()).keySet());
    }
    return new Line(subject, unwoven, soaked, differences);
  }

  private static void print(List<Line> lines) {
    for (Line line : lines) {
      line.soaked.refused().forEach(r -> System.out.println("Not woven: " + r));
      line.differences.forEach((test, how) ->
          System.out.println(
              (Subject.isExplained(test) ? "Explained: " : "Differs: ") + test + ": " + how));
    }
    System.out.println();
    System.out.printf(
        ROW, "", "tests", "passed", "suspensions", "differences", "refused", "plain s", "soaked s");
    for (Line line : lines) {
      Outcomes outcomes = line.soaked.outcomes();
      boolean program = line.subject.isProgram();
      System.out.printf(
          ROW,
          line.subject.name(),
          program ? outcomes.size() + " lines" : String.format(NUMBER, outcomes.size()),
          program ? "" : String.format(NUMBER, outcomes.passed()),
          String.format(NUMBER, line.soaked.suspensions()),
          line.unexplained(),
          line.soaked.refused().size(),
          line.unwoven.seconds(),
          line.soaked.seconds());
    }
  }
}
