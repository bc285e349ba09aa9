package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.ControlFlow;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which locals of a body may still be read, before each instruction.
 *
 * <p>Solved backward to a fixpoint: live before = read here, or live after and not written here, or
 * live at a handler that covers the instruction (what throws has not written).
 */
final class Liveness {
  private final BitSet[] before;

  private Liveness(BitSet[] before) {
    this.before = before;
  }

  /**
   * Solves for a body.
   *
   * @param scopes variables that count as read wherever they are in scope, for debugging
   */
  static Liveness of(MethodNode code, ControlFlow flow, List<LocalVariableNode> scopes) {
    BitSet[] before = new BitSet[flow.size()];
    for (int i = 0; i < before.length; i++) {
      before[i] = new BitSet();
    }
    addScopes(code.instructions, scopes, before);
    AbstractInsnNode[] instructions = code.instructions.toArray();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = before.length - 1; i >= 0; i--) {
        changed |= update(instructions[i], i, flow, before);
      }
    }
    return new Liveness(before);
  }

  private static void addScopes(
      InsnList instructions, List<LocalVariableNode> scopes, BitSet[] before) {
    for (LocalVariableNode variable : scopes) {
      int end = instructions.indexOf(variable.end);
      for (int i = instructions.indexOf(variable.start); i < end; i++) {
        before[i].set(variable.index);
      }
    }
  }

  private static boolean update(
      AbstractInsnNode instruction, int index, ControlFlow flow, BitSet[] before) {
    BitSet live = new BitSet();
    for (int successor : flow.successors(index)) {
      live.or(before[successor]);
    }
    if (instruction instanceof VarInsnNode variable) {
      live.set(variable.var, variable.getOpcode() < Opcodes.ISTORE);
    } else if (instruction instanceof IincInsnNode increment) {
      live.set(increment.var);
    }
    for (int handler : flow.handlers(index)) {
      live.or(before[handler]);
    }
    live.or(before[index]);
    boolean changed = !live.equals(before[index]);
    before[index] = live;
    return changed;
  }

  /** The locals that are live before the instruction of that index. */
  BitSet before(int index) {
    return before[index];
  }
}
