package dev.weft.seeded;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests that {@link SeededBugs} are tried on, in a JVM of its own. Prints each test that
 * fails, at once, since a bug of the weaver may break off the run; then the number of all.
 */
final class SuiteRun implements TestExecutionListener {
  /** What is printed once the class with the bug is loaded: a bug must not be a malformed class. */
  static final String STARTED = "STARTED ";

  /** What stands before the class, the name and the message of a test that fails. */
  static final String FAILED = "FAILED ";

  /** What stands before the number of tests, once all have run. */
  static final String TESTS = "TESTS ";

  private static final List<String> CLASSES =
      List.of(
          "ExceptionsTest",
          "HandMadeCodeTest",
          "LocalsTest",
          "MemoryTest",
          "MonitorsTest",
          "OperandStackTest",
          "ResourcesTest");

  private int tests;

  private SuiteRun() {}

  /**
   * Runs them all.
   *
   * @param arguments the classes of the weaver to load first
   */
  public static void main(String[] arguments) throws ClassNotFoundException {
    for (String type : arguments) {
      Class.forName(type);
    }
    System.out.println(STARTED + String.join(" ", arguments));
    SuiteRun run = new SuiteRun();
    LauncherFactory.create().execute(request(), run);
    System.out.println(TESTS + run.tests);
    System.out.flush();
    Runtime.getRuntime().halt(0); // a test that was given up may be running still
  }

  private static LauncherDiscoveryRequest request() {
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    CLASSES.forEach(name -> request.selectors(selectClass("dev.weft.behaviour." + name)));
    return request
        .selectors(selectPackage("dev.weft.fuzz"))
        .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
        .configurationParameter("junit.jupiter.execution.timeout.default", "120 s")
        .configurationParameter(
            "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
        .build();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    tests += test.isTest() ? 1 : 0;
    result
        .getThrowable()
        .ifPresent(thrown -> {
          String message = String.valueOf(thrown).lines().findFirst().orElse("");
          System.out.println(FAILED + classOf(test) + " " + test.getDisplayName() + ": " + message);
          System.out.flush();
        });
  }

  private static String classOf(TestIdentifier test) {
    return test.getSource()
        .map(source ->
            source instanceof MethodSource method
                ? method.getClassName()
                : ((ClassSource) source).getClassName())
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .orElse("?");
  }
}
