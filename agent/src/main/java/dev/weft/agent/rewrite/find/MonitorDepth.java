package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.ControlFlow;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How many monitors a method holds before each of its instructions.
 *
 * <p>Counted forward from the entry, along normal and exceptional edges; where paths disagree the
 * larger count holds. What an instruction throws leaves with the count that was before it, but a
 * monitor counts as left even if leaving it throws: it was not held then. Instructions that cannot
 * throw count for no handler: kotlinc does not have the code that leaves a monitor cover itself, as
 * javac does, so that a handler around it covers that code, too.
 */
final class MonitorDepth {
  private final int[] before;

  private MonitorDepth(int[] before) {
    this.before = before;
  }

  /** Counts the monitors of a method. */
  static MonitorDepth of(MethodNode method) {
    int[] before = new int[method.instructions.size()];
    if (Arrays.stream(method.instructions.toArray()).anyMatch(MonitorDepth::isEnter)) {
      count(method, before);
    }
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      Arrays.setAll(before, i -> before[i] + 1);
    }
    return new MonitorDepth(before);
  }

  private static void count(MethodNode method, int[] before) {
    ControlFlow flow = ControlFlow.of(method);
    boolean[] reached = new boolean[before.length];
    Deque<Integer> work = new ArrayDeque<>();
    reached[0] = true;
    work.add(0);
    while (!work.isEmpty()) {
      int at = work.remove();
      AbstractInsnNode instruction = method.instructions.get(at);
      int after = after(instruction, before[at]);
      for (int successor : flow.successors(at)) {
        flowInto(successor, after, before, reached, work);
      }
      if (canThrow(instruction.getOpcode())) {
        int thrown = Math.min(before[at], after);
        for (int handler : flow.reachableHandlers(at)) {
          flowInto(handler, thrown, before, reached, work);
        }
      }
    }
  }

  private static int after(AbstractInsnNode instruction, int before) {
    if (isEnter(instruction)) {
      return before + 1;
    }
    return instruction.getOpcode() == Opcodes.MONITOREXIT ? Math.max(0, before - 1) : before;
  }

  /** Whether it does more than to move values about. */
  private static boolean canThrow(int opcode) {
    boolean constant = opcode < Opcodes.LDC;
    boolean load = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
    boolean store = opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
    boolean stack = opcode >= Opcodes.POP && opcode <= Opcodes.SWAP;
    return !constant && !load && !store && !stack && opcode != Opcodes.GOTO;
  }

  private static boolean isEnter(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.MONITORENTER;
  }

  private static void flowInto(
      int target, int depth, int[] before, boolean[] reached, Deque<Integer> work) {
    // The bound makes sure of an end where unstructured code enters a monitor in a loop.
    if (!reached[target] || (depth > before[target] && depth <= before.length)) {
      reached[target] = true;
      before[target] = depth;
      work.add(target);
    }
  }

  /** Whether any monitor is held before the instruction of that index. */
  boolean isHeld(int index) {
    return before[index] > 0;
  }
}
