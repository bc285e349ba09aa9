package dev.weft.agent.rewrite.model;

import java.util.BitSet;

/**
 * Goes through sets of numbers. {@link BitSet#stream} does that, too, but has the JVM load a score
 * of classes that few programs load otherwise, when the first class is woven.
 */
public final class Indices {
  private Indices() {}

  /** What a set holds, in ascending order. */
  public static int[] in(BitSet set) {
    int[] indices = new int[set.cardinality()];
    int count = 0;
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      indices[count++] = i;
    }
    return indices;
  }
}
