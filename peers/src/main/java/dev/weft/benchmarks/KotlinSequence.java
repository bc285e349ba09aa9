package dev.weft.benchmarks;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Kotlin's sequences in the cases {@link Generate}, {@link Deep}, {@link Filter}, {@link Tree}. */
public class KotlinSequence extends NanosPerElement {
  private static final int N = 10_000;
  private static final int LEVELS = 13;
  private static final int NODES = (1 << LEVELS) - 1;

  private final @Nullable Node root = Node.complete(LEVELS, 0);

  /** How many suspend functions stand between the sequence and the yield. */
  @State(Scope.Benchmark)
  public static class Depth {
    @Param({"1", "10", "100"})
    public int depth;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long generate() {
    return checked(sumBelow(N), sum(Sequences.range(N)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long deep(Depth depth) {
    return checked(sumBelow(N), sum(Sequences.deep(depth.depth, N)));
  }

  @Benchmark
  @OperationsPerInvocation(Filter.N)
  public long filter() {
    return checked(Filter.SUM, sum(Sequences.passing(Filter.N)));
  }

  @Benchmark
  @OperationsPerInvocation(NODES)
  public long treeSuspend() {
    return checked(sumBelow(NODES), sum(Sequences.walked$weft_peers(root)));
  }

  @Benchmark
  @OperationsPerInvocation(NODES)
  public long treeYieldAll() {
    return checked(sumBelow(NODES), sum(Sequences.delegating$weft_peers(root)));
  }
}
