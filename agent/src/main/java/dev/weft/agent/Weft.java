package dev.weft.agent;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * Weaves in a JVM that was started without the agent: in a shell, a notebook or a test, or where
 * the command line cannot be changed.
 *
 * <p>Only classes loaded afterwards are woven, so call it before any class with coroutine code is
 * loaded: first thing in {@code main}, in a class that has none itself. Classes that come too late
 * are named on the standard error stream, and the yields in them fail.
 *
 * <p>From JDK 21 on the JVM warns that an agent was loaded dynamically (JEP 451); {@code
 * -XX:+EnableDynamicAgentLoading} says that it may be. Thread-safe.
 */
public final class Weft {
  private Weft() {}

  /**
   * Installs the agent without options. Does nothing where it runs already, however it was started.
   *
   * @throws IllegalStateException if the JVM does not let an agent attach
   */
  public static void install() {
    install("");
  }

  /**
   * Installs the agent. Where it runs already, however it was started, it stays as it is.
   *
   * @param options as they follow the agent's name on a command line: {@code "log,dump=woven"}; may
   *     be empty
   * @throws IllegalArgumentException if an option is unknown or wrong
   * @throws IllegalStateException if the JVM does not let an agent attach
   */
  public static void install(String options) {
    AgentOptions.parse(options); // what is wrong with them is told before anything is attached
    if (CoroutineAgent.isRunning()) {
      CoroutineAgent.keep(options);
    } else {
      CoroutineAgent.agentmain(options, attach());
    }
  }

  /**
   * Tells of the generators that are tracked, which takes the option {@code track}: of all that
   * have been made and have not ended, where each stands, its state, since when, and what it
   * delegates to. Where the agent does not run, as with code that was woven at build time, only the
   * class loader of this class is asked; see {@code dev.weft.tracking.Tracking}.
   *
   * @return a text for people
   */
  public static String dump() {
    return TrackingReport.of(TrackingReport.classes(), false);
  }

  /**
   * The same with the local variables that each activation keeps. Their {@code toString} is called,
   * while the threads that own them go on.
   *
   * @return a text for people
   */
  public static String dumpWithLocals() {
    return TrackingReport.of(TrackingReport.classes(), true);
  }

  private static Instrumentation attach() {
    try {
      return ByteBuddyAgent.install();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "Weft: this JVM does not let an agent attach to it;"
              + " start it with -javaagent:weft-agent.jar",
          e);
    }
  }
}
