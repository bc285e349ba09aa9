package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Rule: a yield saves only what is live and may have changed since it was last saved. Without it,
 * every variable in scope is saved each time, which for references also tells the collector.
 *
 * <p>There are six references that do not change, and a counter that does. Before each yield stands
 * a call that is not inlined: else the compiler sees that what is saved was just loaded.
 */
public class SaveChanged extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);
  private static final int VARIABLES = 6;

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule() {
    return checked(SUM, sum(new Changed()));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule() {
    return checked(SUM, sum(new All()));
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static int work(int i) {
    return i;
  }

  private abstract static class Frame extends Machine {
    int i;
    String a = "a";
    String b = "b";
    String c = "c";
    String d = "d";
    String e = "e";
    String f = "f";

    /** What the body does with its variables after the loop. */
    static boolean end(String a, String b, String c, String d, String e, String f) {
      checked(VARIABLES, (a + b + c + d + e + f).length());
      return false;
    }
  }

  private static final class Changed extends Frame {
    @Override
    boolean advance() {
      int count = i;
      if (count == N) {
        return end(a, b, c, d, e, f);
      }
      value = work(count);
      i = count + 1;
      return true;
    }
  }

  private static final class All extends Frame {
    @Override
    boolean advance() {
      int count = i;
      String first = a;
      String second = b;
      String third = c;
      String fourth = d;
      String fifth = e;
      String sixth = f;
      if (count == N) {
        return end(first, second, third, fourth, fifth, sixth);
      }
      value = work(count);
      i = count + 1;
      a = first;
      b = second;
      c = third;
      d = fourth;
      e = fifth;
      f = sixth;
      return true;
    }
  }
}
