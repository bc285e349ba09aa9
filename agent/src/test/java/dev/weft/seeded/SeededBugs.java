package dev.weft.seeded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tells whether the tests notice what is wrong with a weaver.
 *
 * <ol>
 *   <li>{@linkplain SuiteRun The tests} run with the weaver as it is; all have to pass.
 *   <li>They run once for each {@link SeededBug}, in a JVM whose class path begins with the class
 *       that has the bug; one at least has to fail.
 * </ol>
 */
final class SeededBugs {
  private static final int MOST_SECONDS = 600;

  private final Path directory;

  private SeededBugs(Path directory) {
    this.directory = directory;
  }

  /** What came of one run: the failing tests by class, in full, and how many tests there were. */
  private record Outcome(List<String> failed, String tests) {
    private static final String BROKEN_OFF = "broken off";

    boolean isCaught() {
      return !failed.isEmpty() || tests.equals(BROKEN_OFF);
    }

    boolean isPassed() {
      return !isCaught() && Integer.parseInt(tests) > 0;
    }

    Map<String, Long> byClass() {
      return failed.stream()
          .collect(
              Collectors.groupingBy(
                  line -> line.substring(0, line.indexOf(' ')),
                  TreeMap::new,
                  Collectors.counting()));
    }
  }

  /**
   * Tries all bugs.
   *
   * @param arguments a directory for the classes with bugs
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (!new SeededBugs(Path.of(arguments[0])).tryAll()) {
      System.exit(1);
    }
  }

  private boolean tryAll() throws IOException, InterruptedException {
    Outcome right = run(directory.resolve("NONE"));
    System.out.println(
        "No bug seeded: " + right.failed().size() + " of " + right.tests() + " tests fail");
    right.failed().forEach(line -> System.out.println("  " + line));
    int caught = 0;
    for (SeededBug bug : SeededBug.values()) {
      Outcome outcome = seeded(bug);
      caught += outcome.isCaught() ? 1 : 0;
      report(bug, outcome);
    }
    int all = SeededBug.values().length;
    System.out.println(caught + " of " + all + " seeded bugs caught");
    return right.isPassed() && caught == all;
  }

  private Outcome seeded(SeededBug bug) throws IOException, InterruptedException {
    Path place = directory.resolve(bug.name());
    Path file = place.resolve(bug.file());
    Files.createDirectories(file.getParent());
    Files.write(file, bug.seed());
    return run(place, bug.type());
  }

  private static void report(SeededBug bug, Outcome outcome) {
    System.out.printf(
        "%-20s %s%n  %s: %d tests fail of %s %s%n",
        bug,
        bug.description(),
        outcome.isCaught() ? "caught" : "SURVIVES",
        outcome.failed().size(),
        outcome.tests(),
        outcome.byClass());
    outcome.failed().stream().findFirst().ifPresent(first -> System.out.println("  " + first));
  }

  private Outcome run(Path first, String... types) throws IOException, InterruptedException {
    Files.createDirectories(first);
    Path output = first.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(first, types))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    List<String> lines = Files.readAllLines(output);
    if (after(SuiteRun.STARTED, lines).isEmpty()) {
      throw new IllegalStateException("no test has run; see " + output);
    }
    return new Outcome(
        after(SuiteRun.FAILED, lines),
        after(SuiteRun.TESTS, lines).stream().findFirst().orElse(Outcome.BROKEN_OFF));
  }

  private static List<String> command(Path first, String... types) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(first + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(SuiteRun.class.getName());
    command.addAll(List.of(types));
    return command;
  }

  private static List<String> after(String mark, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
