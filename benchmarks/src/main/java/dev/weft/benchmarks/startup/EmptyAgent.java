package dev.weft.benchmarks.startup;

import java.lang.instrument.Instrumentation;

/** Does nothing: what the JVM itself takes to start an agent. */
public final class EmptyAgent {
  private EmptyAgent() {}

  public static void premain(String options, Instrumentation instrumentation) {}
}
