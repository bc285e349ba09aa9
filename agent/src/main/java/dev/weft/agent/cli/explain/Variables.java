package dev.weft.agent.cli.explain;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.SourceLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The variables of a woven body by name, and where they are needed. */
final class Variables {
  private final MethodNode code;
  private final ControlFlow flow;

  Variables(Body body) {
    this.code = body.code();
    this.flow = ControlFlow.of(code);
  }

  /** Those in scope at an instruction, by index. */
  List<LocalVariableNode> inScope(AbstractInsnNode instruction) {
    InsnList all = code.instructions;
    int at = all.indexOf(instruction);
    List<LocalVariableNode> found = new ArrayList<>();
    for (LocalVariableNode variable : code.localVariables) {
      if (all.indexOf(variable.start) <= at && at < all.indexOf(variable.end)) {
        found.add(variable);
      }
    }
    found.sort(Comparator.comparingInt(variable -> variable.index));
    return found;
  }

  /** The name of a local at an instruction. */
  String nameOf(Local local, AbstractInsnNode instruction) {
    return inScope(instruction).stream()
        .filter(variable -> variable.index == local.index())
        .map(variable -> variable.name)
        .findFirst()
        .orElse("(local " + (local.index() - Body.ADDED_LOCALS) + ")");
  }

  /** The type of a local as the source has it, if that is known; else as the verifier has it. */
  String typeOf(Local local, AbstractInsnNode instruction) {
    return inScope(instruction).stream()
        .filter(variable -> variable.index == local.index())
        .map(variable -> variable.desc)
        .findFirst()
        .map(Variables::simpleName)
        .orElseGet(() -> simpleName(local.type().descriptor()));
  }

  /** The name of a type without its package. */
  static String simpleName(String descriptor) {
    String name = Type.getType(descriptor).getClassName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The nearest line after an instruction where a local is read before it is written. */
  Optional<Integer> nextRead(AbstractInsnNode instruction, int local) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    goOn(code.instructions.indexOf(instruction), seen, open);
    while (!open.isEmpty()) {
      int at = open.remove();
      AbstractInsnNode next = code.instructions.get(at);
      if (reads(next, local)) {
        return Optional.of(SourceLine.of(next));
      }
      if (!writes(next, local)) {
        goOn(at, seen, open);
      }
    }
    return Optional.empty();
  }

  private void goOn(int from, BitSet seen, Deque<Integer> open) {
    add(flow.successors(from), seen, open);
    add(flow.handlers(from), seen, open);
  }

  private static void add(int[] targets, BitSet seen, Deque<Integer> open) {
    for (int target : targets) {
      if (!seen.get(target)) {
        seen.set(target);
        open.add(target);
      }
    }
  }

  private static boolean reads(AbstractInsnNode instruction, int local) {
    if (instruction instanceof IincInsnNode increment) {
      return increment.var == local;
    }
    return instruction instanceof VarInsnNode access
        && access.var == local
        && access.getOpcode() <= Opcodes.ALOAD;
  }

  private static boolean writes(AbstractInsnNode instruction, int local) {
    return instruction instanceof VarInsnNode access && access.var == local;
  }
}
