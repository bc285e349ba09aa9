package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.continuation.ContinuationIterator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 4: an in-order walk of a tree of 8,191 nodes, by code that reads like the recursion it is.
 *
 * <p>The floors are {@link #recursion}, which hands nothing out, and {@link #handWritten}, an
 * iterator with a stack of its own. A coroutine keeps one frame per level instead. In {@link
 * #yieldFrom} every node is a generator of its own that delegates to those of its children; since
 * they are delegated to where they are called, none is made. In {@link #yieldFromHeld} they are.
 */
public class Tree extends NanosPerElement {
  private static final int LEVELS = 13;
  private static final int N = (1 << LEVELS) - 1;
  private static final long SUM = sumBelow(N);

  private final @Nullable Node root = Node.complete(LEVELS, 0);

  @Benchmark
  @OperationsPerInvocation(N)
  public long recursion() {
    return checked(SUM, sumOf(root));
  }

  private static long sumOf(@Nullable Node node) {
    return node == null ? 0 : sumOf(node.left()) + node.value() + sumOf(node.right());
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    return checked(SUM, sum(new StackWalk(root)));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    return checked(SUM, sum(values(root)));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> values(@Nullable Node root) {
    walk(root);
    return Coroutines.done();
  }

  @Coroutine
  private static void walk(@Nullable Node node) {
    if (node != null) {
      walk(node.left());
      Coroutines.yield(node.value());
      walk(node.right());
    }
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long yieldFrom() {
    return checked(SUM, sum(delegating(root)));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> delegating(@Nullable Node node) {
    if (node != null) {
      Coroutines.yieldFrom(delegating(node.left()));
      Coroutines.yield(node.value());
      Coroutines.yieldFrom(delegating(node.right()));
    }
    return Coroutines.done();
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long yieldFromHeld() {
    return checked(SUM, sum(delegatingToHeld(root)));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> delegatingToHeld(@Nullable Node node) {
    if (node != null) {
      Generator<Integer, Void, Void> left = delegatingToHeld(node.left());
      Generator<Integer, Void, Void> right = delegatingToHeld(node.right());
      Coroutines.yieldFrom(left);
      Coroutines.yield(node.value());
      Coroutines.yieldFrom(right);
    }
    return Coroutines.done();
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long continuation() {
    return checked(SUM, sum(new ContinuationIterator(out -> walk(out, root))));
  }

  private static void walk(ContinuationIterator out, @Nullable Node node) {
    if (node != null) {
      walk(out, node.left());
      out.give(node.value());
      walk(out, node.right());
    }
  }
}
