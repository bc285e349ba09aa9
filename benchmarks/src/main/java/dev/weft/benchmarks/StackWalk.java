package dev.weft.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The in-order walk one would write by hand: the recursion turned into a stack of nodes. */
final class StackWalk implements Iterator<Integer> {
  private final Deque<Node> pending = new ArrayDeque<>();

  StackWalk(@Nullable Node root) {
    pushLeftSpine(root);
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty();
  }

  @Override
  public Integer next() {
    Node node = pending.pop();
    pushLeftSpine(node.right());
    return node.value();
  }

  private void pushLeftSpine(@Nullable Node node) {
    for (Node next = node; next != null; next = next.left()) {
      pending.push(next);
    }
  }
}
