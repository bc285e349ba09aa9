package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.StringJoiner;

/**
 * A yield may stand any number of calls below the generator: here in a recursive subroutine.
 *
 * <p>Prints the values of a tree in order, and how many activations were suspended at each.
 */
public final class E05Deep {
  private E05Deep() {}

  /** A node of a binary tree; null stands for the empty tree. */
  record Node(Node left, int value, Node right) {}

  /** Walks a tree of seven nodes. */
  public static void main(String[] args) {
    StringJoiner values = new StringJoiner(" ", "values: ", "");
    StringJoiner depths = new StringJoiner(" ", "depths: ", "");
    Generator<Integer, Void, Void> walk = inOrder(tree(1, 7));
    for (int value : walk) {
      values.add(String.valueOf(value));
      depths.add(String.valueOf(walk.snapshot().frames().size()));
    }
    System.out.println(values);
    System.out.println(depths);
  }

  @Coroutine
  static Generator<Integer, Void, Void> inOrder(Node root) {
    walk(root);
    return Coroutines.done();
  }

  /** Reads like the walk that prints: no generator per node, no {@code yieldFrom}. */
  @Coroutine
  static void walk(Node node) {
    if (node != null) {
      walk(node.left());
      Coroutines.yield(node.value());
      walk(node.right());
    }
  }

  private static Node tree(int from, int to) {
    if (from > to) {
      return null;
    }
    int middle = (from + to) / 2;
    return new Node(tree(from, middle - 1), middle, tree(middle + 1, to));
  }
}
