package dev.weft.seeded;

import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.PointAnalysis;
import dev.weft.agent.rewrite.model.SavedValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * What a weaver with a {@link SeededBug} calls in place of the right method, with the receiver as
 * first argument. A receiver that cannot be named here is an Object.
 */
public final class WrongTurns {
  private WrongTurns() {}

  /** All that has changed but the last. */
  public static List<SavedValue> allButTheLast(MachineState state) {
    List<SavedValue> changed = state.changed();
    return changed.isEmpty() ? changed : changed.subList(0, changed.size() - 1);
  }

  /** Nothing, whatever has changed. */
  public static List<SavedValue> nothingChanged(MachineState state) {
    return List.of();
  }

  /** Nothing, whatever is dead. */
  public static List<FrameField> nothingCleared(MachineState state) {
    return List.of();
  }

  /** The number of the state before, if there is one. */
  public static int previousNumber(MachineState state) {
    return Math.max(1, state.number() - 1);
  }

  /** The operand stack from its top. */
  public static List<Local> stackUpsideDown(PointAnalysis point) {
    return reversed(point.stack());
  }

  /** The last first. */
  public static Iterator<?> backwards(List<?> list) {
    return reversed(list).iterator();
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  /** No handlers, whatever the exception table says. */
  public static int[] noHandlers(ControlFlow flow, int index) {
    return new int[0];
  }

  /** No monitor, whatever is held. */
  public static boolean notHeld(Object monitors, int index) {
    return false;
  }

  /** Emits nothing. */
  public static void noCall(
      Object code, String owner, String name, String descriptor, boolean inInterface) {}
}
