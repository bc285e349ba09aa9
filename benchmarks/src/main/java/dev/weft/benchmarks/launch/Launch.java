package dev.weft.benchmarks.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a JVM that runs benchmarks is started with, and what it has to leave out. */
public final class Launch {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int FIRST_TO_WARN_OF_UNSAFE = 24;

  private Launch() {}

  /**
   * Whether this JDK has virtual threads and the continuation they are built on.
   *
   * @return true on JDK 21 and later
   */
  public static boolean hasVirtualThreads() {
    return Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
  }

  /**
   * The arguments every such JVM needs.
   *
   * @return the agent, and on JDK 21 and later what opens the JDK's continuation
   * @throws OwnPlace.MissingAgentException if there is no agent
   */
  public static List<String> jvmArguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("-javaagent:" + OwnPlace.agent());
    if (hasVirtualThreads()) {
      arguments.add("--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");
    }
    if (Runtime.version().feature() >= FIRST_TO_WARN_OF_UNSAFE) {
      // JMH uses it; the warning would stand between the results of every fork.
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    return List.copyOf(arguments);
  }

  /**
   * A heap that is touched before anything is measured: else what a benchmark allocates costs page
   * faults, which are dear and vary.
   *
   * @return the arguments; those of a user that come later hold
   */
  public static List<String> touchedHeap() {
    return List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");
  }

  /**
   * The benchmarks this JDK cannot run.
   *
   * @return a regular expression over their names; empty if it can run all
   */
  public static Optional<String> excluded() {
    return hasVirtualThreads()
        ? Optional.empty()
        : Optional.of("\\.(virtualThreads|continuation)$");
  }

  /**
   * Tells a reader what is left out and why.
   *
   * @return one line; empty if nothing is
   */
  public static Optional<String> omission() {
    return hasVirtualThreads()
        ? Optional.empty()
        : Optional.of(
            "JDK "
                + Runtime.version().feature()
                + " has neither virtual threads nor jdk.internal.vm.Continuation;"
                + " they are left out. Run on JDK 21 or later to have them measured.");
  }
}
