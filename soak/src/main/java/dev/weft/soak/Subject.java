package dev.weft.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is soaked.
 *
 * @param name what to call it
 * @param packages the packages whose methods all become coroutines
 * @param command what to run, without the JVM and its options; {@code @reports} and {@code @tests}
 *     stand for the directory of the reports and for the jar of the tests
 * @param tests how the name of the jar of its tests begins; empty for a program, whose outcome is
 *     what it prints
 */
record Subject(String name, List<String> packages, List<String> command, String tests) {
  private static final String CONSOLE = "org.junit.platform.console.ConsoleLauncher";

  /** Of JUnit's engines, the one that finds no tests there fails on what other tests lack. */
  private static final String JUNIT_4_ONLY = "junit-jupiter";

  private static final String JUNIT_5_ONLY = "junit-vintage";

  /** Tests that list the methods of a class by reflection, and so come upon the twins. */
  private static final Set<String> REFLECTIVE =
      Set.of("org.apache.commons.csv.CSVFormatTest.testEqualsHash()");

  /** Copies the lists. */
  Subject {
    packages = List.copyOf(packages);
    command = List.copyOf(command);
  }

  /** All of them. */
  static List<Subject> all() {
    return List.of(
        program("H2", DatabaseProgram.class, "org.h2"),
        program("Rhino", ScriptProgram.class, "org.mozilla.javascript"),
        suite("commons-csv", "org.apache.commons.csv", JUNIT_5_ONLY),
        suite("commons-text", "org.apache.commons.text", JUNIT_5_ONLY),
        suite("commons-lang3", "org.apache.commons.lang3", JUNIT_5_ONLY),
        suite("commons-codec", "org.apache.commons.codec", JUNIT_5_ONLY),
        suite("commons-collections4", "org.apache.commons.collections4", JUNIT_4_ONLY),
        suite("commons-math3", "org.apache.commons.math3", JUNIT_4_ONLY));
  }

  private static Subject program(String name, Class<?> main, String packageName) {
    return new Subject(name, List.of(packageName), List.of(main.getName()), "");
  }

  private static Subject suite(String name, String packageName, String otherEngine) {
    List<String> command = new ArrayList<>(List.of(CONSOLE, "execute", "--scan-classpath=@tests"));
    command.add("--include-package=" + packageName);
    command.add("--exclude-classname=.*(Performance|Benchmark).*");
    command.add("--exclude-engine=" + otherEngine);
    command.add("--details=none");
    command.add("--disable-banner");
    command.add("--reports-dir=@reports");
    return new Subject(name, List.of(packageName), command, name);
  }

  /** Whether a test differs for a reason that is known, and no fault of the weaving. */
  static boolean isExplained(String test) {
    return REFLECTIVE.contains(test);
  }

  /** Whether its outcome is what it prints, not what becomes of its tests. */
  boolean isProgram() {
    return tests.isEmpty();
  }
}
