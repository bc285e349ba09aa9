package dev.weft.agent;

import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * Attaches the agent to the JVM that runs, where its command line cannot be changed.
 *
 * <p>Only classes loaded afterwards are woven, so call it first thing in {@code main}, before any
 * class that uses Weft is loaded. Newer JDKs warn of it, and may one day forbid it (JEP 451).
 */
public final class SelfAttach {
  private SelfAttach() {}

  /**
   * Attaches.
   *
   * @param options see {@link AgentOptions}; may be empty
   * @throws IllegalStateException if the JVM does not allow it
   */
  public static void install(String options) {
    CoroutineAgent.agentmain(options, ByteBuddyAgent.install());
  }
}
