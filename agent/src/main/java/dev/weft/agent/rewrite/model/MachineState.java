package dev.weft.agent.rewrite.model;

import java.util.List;

/**
 * What happens at one suspension point.
 *
 * @param number the state's number, from 1
 * @param analysis what is known of the point
 * @param locals the live locals that have to be saved, all but constants
 * @param changed those of them that have to be saved even if the frame has been saved before
 * @param stack the stack values that have to be saved, from the bottom
 * @param cleared the fields to set to null
 */
public record MachineState(
    int number,
    PointAnalysis analysis,
    List<SavedValue> locals,
    List<SavedValue> changed,
    List<SavedValue> stack,
    List<FrameField> cleared) {
  /** Copies the lists. */
  public MachineState {
    locals = List.copyOf(locals);
    changed = List.copyOf(changed);
    stack = List.copyOf(stack);
    cleared = List.copyOf(cleared);
  }

  /** The number tells it from the others of its method, sooner than all that it holds. */
  @Override
  public int hashCode() {
    return number;
  }

  /** The suspension point. */
  public SuspensionPoint point() {
    return analysis.point();
  }
}
