package dev.weft.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is soaked.
 *
 * @param name what to call it
 * @param packages the packages whose methods all become coroutines
 * @param options options of the JVM
 * @param command what to run, without the JVM and its options; {@code @reports} and {@code @tests}
 *     stand for the directory of the reports and for the jar of the tests
 * @param tests how the name of the jar of its tests begins; empty for a program, whose outcome is
 *     what it prints
 */
record Subject(
    String name, List<String> packages, List<String> options, List<String> command, String tests) {
  private static final String CONSOLE = "org.junit.platform.console.ConsoleLauncher";

  /** Of JUnit's engines, the one that finds no tests there fails on what other tests lack. */
  private static final String JUNIT_4_ONLY = "junit-jupiter";

  private static final String JUNIT_5_ONLY = "junit-vintage";

  /**
   * Tests of commons-math3 that compute for seconds even unwoven, and soaked for over half an hour;
   * a sixth of them all. What only they call is not soaked.
   */
  private static final String HEAVY =
      ".*math3[.](random[.].*|.*[.](BOBYQAOptimizer|CMAESOptimizer|FastMath|FieldRotationDfp"
          + "|FieldRotationDS|KolmogorovSmirnovTest|(Iterative)?LegendreGaussIntegrator"
          + "|LegendreHighPrecision|LutherFieldIntegrator|PolynomialFitter|PSquarePercentile)Test)";

  /** Tests that list the members of a class by reflection, and so come upon those of the weaver. */
  private static final Set<String> REFLECTIVE =
      Set.of(
          // calls every method that is named with... with one argument; twins have another
          "org.apache.commons.csv.CSVFormatTest.testEqualsHash()",
          // no method but a few listed ones may take a String; the twins of those are not listed
          "org.apache.commons.lang3.StringUtilsTest.testStringUtilsCharSequenceContract()",
          // looks for testMethod(null), and the twin of testMethod() would take a null, too
          "org.apache.commons.lang3.reflect.MethodUtilsTest.testGetMatchingMethod()",
          // count fields; the stamp of the weaver is one
          "org.apache.commons.lang3.reflect.FieldUtilsTest.testGetAllFields()",
          "org.apache.commons.lang3.reflect.FieldUtilsTest.testGetAllFieldsList()",
          // makes an argument for every parameter of every method, but not for that of the twins
          "org.apache.commons.math3.linear.UnmodifiableArrayRealVectorTest.testAllButExcluded",
          "org.apache.commons.math3.linear.UnmodifiableOpenMapRealVectorTest.testAllButExcluded");

  /** Copies the lists. */
  Subject {
    packages = List.copyOf(packages);
    options = List.copyOf(options);
    command = List.copyOf(command);
  }

  /** All of them. */
  static List<Subject> all() {
    return List.of(
        program("H2", DatabaseProgram.class, "org.h2"),
        program("Rhino", ScriptProgram.class, "org.mozilla.javascript"),
        suite("commons-csv", "org.apache.commons.csv", JUNIT_5_ONLY),
        suite("commons-text", "org.apache.commons.text", JUNIT_5_ONLY),
        suite("commons-lang3", "org.apache.commons.lang3", JUNIT_5_ONLY)
            .opening("java.lang", "java.lang.reflect", "java.util"),
        suite("commons-codec", "org.apache.commons.codec", JUNIT_5_ONLY),
        suite("commons-collections4", "org.apache.commons.collections4", JUNIT_4_ONLY),
        suite("commons-math3", "org.apache.commons.math3", JUNIT_4_ONLY).without(HEAVY));
  }

  private static Subject program(String name, Class<?> main, String packageName) {
    return new Subject(name, List.of(packageName), List.of(), List.of(main.getName()), "");
  }

  private static Subject suite(String name, String packageName, String otherEngine) {
    List<String> command = new ArrayList<>(List.of(CONSOLE, "execute", "--scan-classpath=@tests"));
    command.add("--include-package=" + packageName);
    command.add("--exclude-classname=.*(Performance|Benchmark).*");
    command.add("--exclude-engine=" + otherEngine);
    command.add("--details=none");
    command.add("--disable-banner");
    command.add("--reports-dir=@reports");
    return new Subject(name, List.of(packageName), List.of(), command, name);
  }

  /** This one, with packages of the JDK opened that its own build opens to its tests, too. */
  private Subject opening(String... opened) {
    List<String> opens =
        Arrays.stream(opened)
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();
    return new Subject(name, packages, opens, command, tests);
  }

  /** This one, without the classes of tests that a pattern matches. */
  private Subject without(String pattern) {
    List<String> less = new ArrayList<>(command);
    less.add("--exclude-classname=" + pattern);
    return new Subject(name, packages, options, less, tests);
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
