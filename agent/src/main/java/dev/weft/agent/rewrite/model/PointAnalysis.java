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
 * @param stale the references that the frame may hold from an earlier suspension: bit n for local
 *     n, and bit {@link #STACK} + n for the stack value at depth n
 */
public record PointAnalysis(
    SuspensionPoint point, List<Local> locals, List<Local> stack, BitSet changed, BitSet stale) {
  /** Where the bits of stack values begin; a method has at most 65,535 locals. */
  public static final int STACK = 1 << 16;

  /** Copies the lists. */
  public PointAnalysis {
    locals = List.copyOf(locals);
    stack = List.copyOf(stack);
  }
}
