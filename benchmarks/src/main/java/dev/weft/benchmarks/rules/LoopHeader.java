package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Rule: a resume does not enter a loop in the middle. What is left of the iteration is copied in
 * front of the loop, which then stays one that the compiler optimises. Without the rule a resume
 * gets into the loop by a second dispatch, within it.
 *
 * <p>The case is that of {@code Filter}: 100,000 ints are looked at, one in 64 is yielded.
 */
public class LoopHeader extends NanosPerElement {
  private static final int N = 100_000;
  private static final int TABLE_MASK = 1023;
  private static final int[] TABLE = new Random(1).ints(TABLE_MASK + 1, 0, 1 << 20).toArray();
  private static final long SUM = sumOfPassing();

  private static boolean passes(int i) {
    return (TABLE[i & TABLE_MASK] + i & 63) == 0;
  }

  private static long sumOfPassing() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += passes(i) ? i : 0;
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule() {
    return checked(SUM, sum(new Copied()));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule() {
    return checked(SUM, sum(new DispatchedWithin()));
  }

  private static final class Copied extends Machine {
    private int savedI;

    @Override
    boolean advance() {
      int i = 0;
      if (state == 1) {
        i = savedI;
        i++; // the rest of the iteration
      }
      for (; i < N; i++) {
        if (passes(i)) {
          value = i;
          savedI = i;
          state = 1;
          return true;
        }
      }
      return false;
    }
  }

  private static final class DispatchedWithin extends Machine {
    private int savedI;

    @Override
    boolean advance() {
      int resumed = state;
      int i = resumed == 0 ? 0 : savedI;
      for (; resumed != 0 || i < N; i++) {
        if (resumed == 0) {
          if (passes(i)) {
            value = i;
            savedI = i;
            state = 1;
            return true;
          }
        } else {
          resumed = 0;
        }
      }
      return false;
    }
  }
}
