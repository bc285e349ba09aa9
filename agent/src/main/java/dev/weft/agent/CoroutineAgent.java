package dev.weft.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Where the JVM starts the agent. */
public final class CoroutineAgent {
  private CoroutineAgent() {}

  /**
   * Starts with the JVM: {@code -javaagent:weft-agent.jar[=options]}.
   *
   * @param options see {@link AgentOptions}; null if there are none
   * @param instrumentation the JVM
   * @throws IllegalArgumentException if an option is unknown or wrong
   */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    AgentOptions parsed = AgentOptions.parse(options == null ? "" : options);
    System.setProperty("weft.agent", "true"); // so that the library's errors can tell
    if (!parsed.soaked().isEmpty()) {
      System.setProperty("weft.soak.every", String.valueOf(parsed.soakEvery()));
    }
    // Retransformation-capable transformers run after the others, so that tools such as coverage
    // agents, which know the original classes, see those.
    instrumentation.addTransformer(new CoroutineTransformer(parsed), true);
  }

  /**
   * Starts in a running JVM. Classes that were loaded before stay as they are.
   *
   * @param options as for premain
   * @param instrumentation the JVM
   */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    premain(options, instrumentation);
  }
}
