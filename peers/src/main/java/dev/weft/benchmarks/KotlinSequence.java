package dev.weft.benchmarks;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Kotlin's sequences, made by its compiler. They cannot be sent anything. */
public class KotlinSequence extends PeerBenchmark {
  @Override
  Iterator<Integer> range(int limit) {
    return Sequences.range(limit);
  }

  @Override
  Iterator<Integer> deep(int depth, int limit) {
    return Sequences.deep(depth, limit);
  }

  @Override
  Iterator<Integer> passing(int limit) {
    return Sequences.passing(limit);
  }

  @Override
  Iterator<Integer> walk(@Nullable Node node) {
    return Sequences.walked$weft_peers(node);
  }

  /** Every node is a sequence of its own that yields all of its children's. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public long treeYieldAll() {
    return checked(sumBelow(NODES), sum(Sequences.delegating$weft_peers(root)));
  }

  @Override
  String library() {
    return "Kotlin";
  }
}
