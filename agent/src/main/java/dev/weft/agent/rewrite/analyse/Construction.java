package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * A constructor call whose object is represented by null until then.
 *
 * <ol>
 *   <li>The arguments, and what lies on the stack above the lowest copy of the null, are parked in
 *       temporary locals; the nulls are dropped.
 *   <li>The object is made, and its constructor called with the arguments.
 *   <li>The stack is built up again and the locals are set, with the object for every null.
 * </ol>
 */
final class Construction {
  private final MethodInsnNode call;
  private final Frame<VerificationType> before;
  private final int receiver;
  private final List<AbstractInsnNode> code = new ArrayList<>();
  private int nextTemporary;

  Construction(MethodInsnNode call, Frame<VerificationType> before, int firstTemporary) {
    this.call = call;
    this.before = new Frame<>(before);
    this.receiver = before.getStackSize() - Type.getArgumentTypes(call.desc).length - 1;
    this.nextTemporary = firstTemporary;
  }

  /** The {@code new} instruction of the object; null if it is {@code this}. */
  @Nullable AbstractInsnNode site() {
    return before.getStack(receiver).site();
  }

  /** The instructions that replace the call. To be asked once. */
  List<AbstractInsnNode> instructions() {
    List<VarInsnNode> arguments = park(receiver + 1, before.getStackSize());
    add(new InsnNode(Opcodes.POP));
    int lowest = lowestCopy();
    List<VarInsnNode> above = park(lowest, receiver);
    add(new TypeInsnNode(Opcodes.NEW, call.owner));
    boolean simple = lowest == receiver - 1 && copiesInLocals().isEmpty();
    boolean dropped = lowest == receiver && copiesInLocals().isEmpty();
    if (!dropped) {
      add(new InsnNode(Opcodes.DUP));
    }
    arguments.forEach(this::add);
    add(new MethodInsnNode(Opcodes.INVOKESPECIAL, call.owner, call.name, call.desc, false));
    if (!simple && !dropped) {
      distribute(lowest, above);
    }
    return code;
  }

  /** One past the last temporary that the instructions use. */
  int maxLocals() {
    return nextTemporary;
  }

  /** Moves a part of the stack to temporaries; nulls are dropped. Returns the loads, in order. */
  private List<VarInsnNode> park(int from, int to) {
    List<VarInsnNode> loads = new ArrayList<>();
    for (int i = to - 1; i >= from; i--) {
      VerificationType type = before.getStack(i);
      if (isCopy(type)) {
        add(new InsnNode(Opcodes.POP));
      } else {
        add(new VarInsnNode(type.opcodes().getOpcode(Opcodes.ISTORE), nextTemporary));
        loads.add(0, new VarInsnNode(type.opcodes().getOpcode(Opcodes.ILOAD), nextTemporary));
        nextTemporary += type.getSize();
      }
    }
    return loads;
  }

  private void distribute(int lowest, List<VarInsnNode> above) {
    int object = nextTemporary++;
    add(new VarInsnNode(Opcodes.ASTORE, object));
    int next = 0;
    for (int i = lowest; i < receiver; i++) {
      boolean copy = isCopy(before.getStack(i));
      add(copy ? new VarInsnNode(Opcodes.ALOAD, object) : above.get(next++));
    }
    for (int local : copiesInLocals()) {
      add(new VarInsnNode(Opcodes.ALOAD, object));
      add(new VarInsnNode(Opcodes.ASTORE, local));
    }
  }

  private int lowestCopy() {
    for (int i = 0; i < receiver; i++) {
      if (isCopy(before.getStack(i))) {
        return i;
      }
    }
    return receiver;
  }

  private List<Integer> copiesInLocals() {
    List<Integer> locals = new ArrayList<>();
    for (int i = 0; i < before.getLocals(); i++) {
      if (isCopy(before.getLocal(i))) {
        locals.add(i);
      }
    }
    return locals;
  }

  private boolean isCopy(VerificationType type) {
    return type.site() != null && type.site() == site();
  }

  private void add(AbstractInsnNode instruction) {
    code.add(instruction);
  }
}
