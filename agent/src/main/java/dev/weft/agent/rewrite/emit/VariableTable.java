package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.VerificationType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the table of the local variables of a woven body (JVMS 4.7.13).
 *
 * <p>Going on at a point restores only what is live, so a variable is in the table where the
 * original names it and where its slot holds something in the woven code, too:
 *
 * <ol>
 *   <li>Along the code, a store defines a slot, and a stack map frame says anew which ones are.
 *   <li>The range of a variable is cut where its slot is not defined.
 * </ol>
 */
final class VariableTable {
  private final MethodNode out;
  private final CodeWriter writer;
  private final AbstractInsnNode[] code;
  private final int[] places;
  private final BitSet[] defined;

  /**
   * Makes the table of a body.
   *
   * @param end the end of what stands in the place of the original
   */
  VariableTable(MethodNode out, CodeWriter writer, LabelNode end) {
    this.out = out;
    this.writer = writer;
    this.code = Arrays.copyOf(out.instructions.toArray(), out.instructions.indexOf(end) + 1);
    this.places = new int[code.length];
    this.defined = new BitSet[code.length];
    for (int i = 0; i < code.length; i++) {
      places[i] = writer.placeOf(code[i]).index();
    }
    define();
  }

  private void define() {
    BitSet now = slots(VerificationType.itemsOfParameters(out.desc));
    for (int i = 0; i < defined.length; i++) {
      if (code[i] instanceof FrameNode frame) {
        now = slots(frame.local);
      }
      defined[i] = now;
      if (code[i] instanceof VarInsnNode variable && variable.getOpcode() >= Opcodes.ISTORE) {
        now = (BitSet) now.clone();
        now.set(variable.var);
      }
    }
  }

  private static BitSet slots(List<Object> items) {
    BitSet slots = new BitSet();
    int slot = 0;
    for (Object item : items) {
      if (item != Opcodes.TOP) {
        slots.set(slot);
      }
      slot += VerificationType.of(item).getSize();
    }
    return slots;
  }

  /**
   * Adds a variable.
   *
   * @param variable the variable of the original
   * @param original the original code
   */
  void add(LocalVariableNode variable, InsnList original) {
    int start = original.indexOf(variable.start);
    int end = original.indexOf(variable.end);
    LabelNode from = null;
    for (int i = 0; i < defined.length; i++) {
      if (code[i].getOpcode() < 0 && i < defined.length - 1) {
        continue;
      }
      boolean inScope = start <= places[i] && places[i] < end;
      boolean holds = inScope && defined[i].get(variable.index);
      if (holds && from == null) {
        from = writer.labelBefore(code[i]);
      } else if (!holds && from != null) {
        add(variable, from, writer.labelBefore(code[i]));
        from = null;
      }
    }
  }

  private void add(LocalVariableNode variable, LabelNode from, LabelNode to) {
    out.localVariables.add(
        new LocalVariableNode(
            variable.name, variable.desc, variable.signature, from, to, variable.index));
  }
}
