package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes the body of a coroutine method.
 *
 * <ol>
 *   <li>The code is copied into a static method; all locals move up by three, to make place for the
 *       frame, the coroutine and what it is resumed with, so that no parameter changes its place
 *       among them.
 *   <li>Calls of the library are {@linkplain Lowering lowered} to what they mean in woven code, and
 *       calls of coroutines hand on the coroutine.
 *   <li>What still suspends is numbered.
 * </ol>
 */
final class BodyBuilder {
  private static final int STACK_FOR_LOWERING = 3;

  private final CoroutineMethod source;
  private final MethodNode code;
  private final Map<LabelNode, LabelNode> labels = new HashMap<>();
  private final Set<AbstractInsnNode> calls = new HashSet<>();

  private BodyBuilder(CoroutineMethod source) {
    this.source = source;
    MethodNode method = source.method();
    this.code =
        new MethodNode(source.bodyAccess(), source.bodyName(), source.bodyDescriptor(), null, null);
    code.exceptions = method.exceptions;
    code.maxLocals = method.maxLocals + Body.ADDED_LOCALS;
    code.maxStack = method.maxStack + STACK_FOR_LOWERING;
  }

  /** Makes the body of a method that needs one. */
  static Body build(CoroutineMethod source) {
    BodyBuilder builder = new BodyBuilder(source);
    builder.copyCode();
    builder.copyTables();
    if (source.suspendsAtStart()) {
      builder.suspendAtStart();
    }
    new Lowering(source.kind(), builder.code, builder.calls).lower();
    return new Body(source, builder.code, points(builder.code, builder.calls));
  }

  private void copyCode() {
    for (AbstractInsnNode instruction : source.method().instructions) {
      if (instruction instanceof LabelNode label) {
        labels.put(label, new LabelNode());
      }
    }
    for (AbstractInsnNode instruction : source.method().instructions) {
      AbstractInsnNode copy = instruction.clone(labels);
      move(copy);
      code.instructions.add(copy);
      if (source.calls().contains(instruction)) {
        calls.add(copy);
      }
    }
  }

  /** Suspends before all else, if it is due; the frame there is that of the entry. */
  private void suspendAtStart() {
    MethodInsnNode yield =
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, RuntimeNames.COROUTINES, "yield", "()Ljava/lang/Object;");
    calls.add(yield);
    Object[] items = VerificationType.itemsOfParameters(code.desc).toArray();
    LabelNode start = new LabelNode();
    InsnList added = new InsnList();
    added.add(new VarInsnNode(Opcodes.ALOAD, Body.COROUTINE));
    added.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            RuntimeNames.SOAK,
            "isDue",
            "(" + RuntimeNames.COROUTINE_TYPE + ")Z"));
    added.add(new JumpInsnNode(Opcodes.IFEQ, start));
    added.add(yield);
    added.add(new InsnNode(Opcodes.POP));
    added.add(start);
    added.add(new FrameNode(Opcodes.F_NEW, items.length, items, 0, new Object[0]));
    added.add(new InsnNode(Opcodes.NOP));
    code.instructions.insert(added);
  }

  private static void move(AbstractInsnNode instruction) {
    if (instruction instanceof VarInsnNode variable) {
      variable.var += Body.ADDED_LOCALS;
    } else if (instruction instanceof IincInsnNode increment) {
      increment.var += Body.ADDED_LOCALS;
    } else if (instruction instanceof FrameNode frame) {
      List<Object> locals = new ArrayList<>();
      locals.add(RuntimeNames.FRAME);
      locals.add(RuntimeNames.COROUTINE);
      locals.add("java/lang/Object");
      locals.addAll(frame.local);
      frame.local = locals;
    }
  }

  private void copyTables() {
    MethodNode method = source.method();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      LabelNode start = labels.get(block.start);
      LabelNode end = labels.get(block.end);
      code.tryCatchBlocks.add(
          new TryCatchBlockNode(start, end, labels.get(block.handler), block.type));
    }
    code.localVariables = new ArrayList<>();
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        code.localVariables.add(copy(variable));
      }
    }
  }

  private LocalVariableNode copy(LocalVariableNode variable) {
    return new LocalVariableNode(
        variable.name,
        variable.desc,
        variable.signature,
        labels.get(variable.start),
        labels.get(variable.end),
        variable.index + Body.ADDED_LOCALS);
  }

  private static List<SuspensionPoint> points(MethodNode code, Set<AbstractInsnNode> calls) {
    List<SuspensionPoint> points = new ArrayList<>();
    int line = -1;
    for (AbstractInsnNode instruction : code.instructions) {
      if (instruction instanceof LineNumberNode lineNumber) {
        line = lineNumber.line;
      } else if (calls.contains(instruction)) {
        MethodInsnNode call = (MethodInsnNode) instruction;
        boolean yields = call.owner.equals(RuntimeNames.COROUTINES);
        points.add(new SuspensionPoint(points.size() + 1, call, yields, line));
      }
    }
    return points;
  }
}
