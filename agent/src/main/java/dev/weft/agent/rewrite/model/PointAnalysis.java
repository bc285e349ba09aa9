package dev.weft.agent.rewrite.model;

import java.util.BitSet;
import java.util.List;

/**
 * What is known at a suspension point.
 *
 * @param point the point
 * @param locals the live locals of the source
 * @param stack the operand stack below what the call consumes, from the bottom
 * @param changed the locals that may differ from what the frame saved last
 * @param stale the references that the frame may hold from an earlier suspension, as {@link #bit}
 *     numbers them
 */
public record PointAnalysis(
    SuspensionPoint point, List<Local> locals, List<Local> stack, BitSet changed, BitSet stale) {
  /** Copies the lists. */
  public PointAnalysis {
    locals = List.copyOf(locals);
    stack = List.copyOf(stack);
  }

  /**
   * The bit of a local, or of the stack value at a depth. They alternate, so that sets are small.
   */
  public static int bit(int index, boolean stack) {
    return stack ? 2 * index + 1 : 2 * index;
  }
}
