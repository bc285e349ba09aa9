package dev.weft.benchmarks;

import org.jspecify.annotations.Nullable;

/** A node of a binary tree whose values, in order, are 0, 1, 2, ... */
record Node(@Nullable Node left, int value, @Nullable Node right) {
  /** The complete tree of this many levels whose least value is {@code from}. */
  static @Nullable Node complete(int levels, int from) {
    if (levels == 0) {
      return null;
    }
    int ofOneSide = (1 << (levels - 1)) - 1;
    return new Node(
        complete(levels - 1, from), from + ofOneSide, complete(levels - 1, from + ofOneSide + 1));
  }
}
