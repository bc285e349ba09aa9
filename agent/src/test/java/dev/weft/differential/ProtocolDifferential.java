package dev.weft.differential;

import java.util.SplittableRandom;

/**
 * Compares for as long as one likes, and prints its figures last. System properties:
 *
 * <ul>
 *   <li>{@code weft.differential.scripts}: how many scripts, at least; else 100,000
 *   <li>{@code weft.differential.seed}: the first seed; else a new one
 * </ul>
 */
public final class ProtocolDifferential {
  private ProtocolDifferential() {}

  /** Ends the JVM with status 1 if anything differed, or if there is no Python. */
  public static void main(String[] arguments) {
    if (!Python.isThere()) {
      System.out.println("Nothing compared: there is no python3 on the PATH");
      System.exit(1);
    }
    long scripts = Long.getLong("weft.differential.scripts", 100_000);
    long seed = Long.getLong("weft.differential.seed", new SplittableRandom().nextLong(1L << 40));
    ProtocolRun run = new ProtocolRun(System.out);
    run.run(seed, () -> run.figures().scripts < scripts);
    System.out.println("On Java " + Runtime.version() + ": " + run.figures());
    System.exit(run.failures().isEmpty() ? 0 : 1);
  }
}
