package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Rule: a yield unwinds by return and a flag. Without it, by an exception (made once, without a
 * trace) that every caller catches, saves itself, and throws on.
 *
 * <p>One element is one descent to the depth and the way back. The calls are not inlined, as
 * between methods of any size: inlined, an exception is a jump, too.
 */
public class UnwindByReturn extends NanosPerElement {
  private static final int N = 1_000;

  /** How many activations are unwound. */
  @State(Scope.Benchmark)
  public static class Depth {
    @Param({"1", "10"})
    public int depth;
  }

  private static final class Suspension extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Suspension() {
      super(null, null, false, false);
    }
  }

  private final Suspension once = new Suspension();
  private boolean suspended;
  private int saved;

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule(Depth depth) {
    saved = 0;
    for (int i = 0; i < N; i++) {
      returning(depth.depth);
      if (suspended) {
        suspended = false;
      }
    }
    return checked((long) N * depth.depth, saved);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private void returning(int depth) {
    if (depth > 1) {
      returning(depth - 1);
    } else {
      suspended = true;
    }
    if (suspended) {
      saved++;
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule(Depth depth) {
    saved = 0;
    for (int i = 0; i < N; i++) {
      try {
        throwing(depth.depth);
      } catch (Suspension suspension) {
        suspended = false;
      }
    }
    return checked((long) N * depth.depth, saved);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private void throwing(int depth) {
    try {
      if (depth > 1) {
        throwing(depth - 1);
      } else {
        throw once;
      }
    } catch (Suspension suspension) {
      saved++;
      throw suspension;
    }
  }
}
