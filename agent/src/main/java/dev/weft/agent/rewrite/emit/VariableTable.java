package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.VerificationType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
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
  private final AbstractInsnNode[] code;
  private final BitSet[] defined;

  private VariableTable(MethodNode out) {
    this.out = out;
    this.code = out.instructions.toArray();
    this.defined = new BitSet[code.length];
    define();
  }

  /** Adds the variables to the body; their labels have been visited. */
  static void write(List<LocalVariableNode> variables, MethodNode out) {
    VariableTable table = new VariableTable(out);
    variables.forEach(table::add);
  }

  private void define() {
    BitSet now = slots(VerificationType.itemsOfParameters(out.desc));
    for (int i = 0; i < code.length; i++) {
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

  private void add(LocalVariableNode variable) {
    LabelNode start = written(variable.start);
    LabelNode end = written(variable.end);
    LabelNode from = null;
    boolean inside = false;
    for (int i = 0; i < code.length && code[i] != end; i++) {
      inside |= code[i] == start;
      boolean holds = inside && defined[i].get(variable.index);
      if (code[i].getOpcode() < 0) {
        continue;
      }
      if (holds && from == null) {
        from = labelBefore(code[i]);
      } else if (!holds && from != null) {
        add(variable, from, labelBefore(code[i]));
        from = null;
      }
    }
    if (from != null) {
      add(variable, from, end);
    }
  }

  private static LabelNode written(LabelNode label) {
    return (LabelNode) label.getLabel().info;
  }

  private LabelNode labelBefore(AbstractInsnNode instruction) {
    if (instruction.getPrevious() instanceof LabelNode label) {
      return label;
    }
    LabelNode label = CodeWriter.knownLabel();
    out.instructions.insertBefore(instruction, label);
    return label;
  }

  private void add(LocalVariableNode variable, LabelNode from, LabelNode to) {
    out.localVariables.add(
        new LocalVariableNode(
            variable.name, variable.desc, variable.signature, from, to, variable.index));
  }
}
