package dev.weft.agent;

import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the JVM starts the agent. */
public final class CoroutineAgent {
  /**
   * Set where the agent runs: system properties are what all class loaders of a JVM share. A
   * program may hand its own on to the JVMs that it starts, so this alone does not tell.
   */
  private static final String RUNNING = "weft.agent";

  private static volatile @Nullable Instrumentation jvm;

  private CoroutineAgent() {}

  /**
   * Starts with the JVM: {@code -javaagent:weft-agent.jar[=options]}. Where the agent runs already
   * it stays as it is.
   *
   * @param options see {@link AgentOptions}; null if there are none
   * @param instrumentation the JVM
   * @throws IllegalArgumentException if an option is unknown or wrong
   */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start(options == null ? "" : options, instrumentation, new Class<?>[0]);
  }

  /**
   * Starts in a running JVM. Classes that were loaded before stay as they are; those that have
   * coroutine code are named on the standard error stream. Where the agent runs already it stays as
   * it is. With the option {@code report} it only tells of the generators that are tracked: see
   * {@link TrackingReport}.
   *
   * @param options as for premain, or {@code report}
   * @param instrumentation the JVM
   * @throws IllegalArgumentException if an option is unknown or wrong
   */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    String given = options == null ? "" : options;
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    Optional<TrackingReport> report = TrackingReport.asked(given);
    if (report.isPresent()) {
      report.get().write(loaded);
    } else {
      start(given, instrumentation, loaded);
    }
  }

  private static synchronized void start(
      String options, Instrumentation instrumentation, Class<?>[] loaded) {
    AgentOptions parsed = AgentOptions.parse(options);
    if (isRunning() || anotherRuns(instrumentation)) {
      keep(options);
      return;
    }
    System.setProperty(RUNNING, "true");
    if (!parsed.soaked().isEmpty()) {
      System.setProperty("weft.soak.every", String.valueOf(parsed.soakEvery()));
    }
    jvm = instrumentation;
    CoroutineTransformer transformer = new CoroutineTransformer(parsed);
    // Retransformation-capable transformers run after the others, so that tools such as coverage
    // agents, which know the original classes, see those.
    instrumentation.addTransformer(transformer, true);
    transformer.reportMissed(loaded);
  }

  /** Whether this copy of the agent runs. */
  static boolean isRunning() {
    return jvm != null;
  }

  /** Whether another copy does, by its class that is loaded only then. */
  private static boolean anotherRuns(Instrumentation instrumentation) {
    Class<?> own = CoroutineTransformer.class;
    return System.getProperty(RUNNING) != null
        && Arrays.stream(instrumentation.getAllLoadedClasses())
            .anyMatch(type -> type != own && type.getName().equals(own.getName()));
  }

  /** The JVM; empty if it is not this copy of the agent that runs. */
  static Optional<Instrumentation> jvm() {
    return Optional.ofNullable(jvm);
  }

  /** Leaves the agent that runs as it is; says so if options were given. */
  static void keep(String options) {
    if (!options.isBlank()) {
      System.err.println("[weft] runs already; these options change nothing: " + options);
    }
  }
}
