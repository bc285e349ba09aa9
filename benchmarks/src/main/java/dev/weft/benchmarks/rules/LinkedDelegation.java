package dev.weft.benchmarks.rules;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.NanosPerElement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Rule: delegation links the generators, so that the innermost is resumed directly. Without it,
 * every generator on the way takes the value and yields it again.
 *
 * <p>Both sides are coroutines here, with {@code yieldFrom} and with a loop in its place. To
 * expect: with the rule the depth does not matter.
 */
public class LinkedDelegation extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  /** How many generators delegate to the one that yields. */
  @State(Scope.Benchmark)
  public static class Depth {
    @Param({"1", "10", "100"})
    public int depth;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule(Depth depth) {
    return checked(SUM, sum(linked(depth.depth)));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> linked(int depth) {
    Coroutines.yieldFrom(depth == 1 ? range() : linked(depth - 1));
    return Coroutines.done();
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule(Depth depth) {
    return checked(SUM, sum(passedOn(depth.depth)));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> passedOn(int depth) {
    for (int value : depth == 1 ? range() : passedOn(depth - 1)) {
      Coroutines.yield(value);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> range() {
    for (int i = 0; i < N; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }
}
