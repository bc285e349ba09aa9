package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Rule: a resume enters the innermost frame directly. Without it, it goes down again through every
 * caller, and a yield comes up again through all of them.
 *
 * <p>To expect: with the rule the depth does not matter, without it every level costs a call.
 */
public class InnermostFirst extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  /** How many calls stand between the generator and the yield. */
  @State(Scope.Benchmark)
  public static class Depth {
    @Param({"1", "10", "100"})
    public int depth;
  }

  /** An activation; the innermost one, which has no callee, yields. */
  private static final class Frame {
    final @Nullable Frame callee;
    int i;

    Frame(@Nullable Frame callee) {
      this.callee = callee;
    }

    static Frame chain(int depth) {
      Frame frame = new Frame(null);
      for (int i = 1; i < depth; i++) {
        frame = new Frame(frame);
      }
      return frame;
    }

    Frame innermost() {
      Frame frame = this;
      for (Frame next = frame.callee; next != null; next = next.callee) {
        frame = next;
      }
      return frame;
    }
  }

  private abstract static class Chain extends Machine {
    final Frame entered;

    Chain(Frame entered) {
      this.entered = entered;
    }

    /** The body of every level: calls the next, or yields. */
    final boolean resume(Frame frame) {
      if (frame.callee != null) {
        return resume(frame.callee);
      }
      value = frame.i;
      return frame.i++ < N;
    }

    @Override
    final boolean advance() {
      return resume(entered);
    }
  }

  private static final class EntersInnermost extends Chain {
    EntersInnermost(int depth) {
      super(Frame.chain(depth).innermost());
    }
  }

  private static final class EntersOutermost extends Chain {
    EntersOutermost(int depth) {
      super(Frame.chain(depth));
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule(Depth depth) {
    return checked(SUM, sum(new EntersInnermost(depth.depth)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule(Depth depth) {
    return checked(SUM, sum(new EntersOutermost(depth.depth)));
  }
}
