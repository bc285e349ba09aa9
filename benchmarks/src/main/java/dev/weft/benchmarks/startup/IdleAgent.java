package dev.weft.benchmarks.startup;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/** Looks at no class: what the JVM itself takes to show every class to an agent. */
public final class IdleAgent implements ClassFileTransformer {
  private IdleAgent() {}

  public static void premain(String options, Instrumentation instrumentation) {
    instrumentation.addTransformer(new IdleAgent(), true);
  }
}
