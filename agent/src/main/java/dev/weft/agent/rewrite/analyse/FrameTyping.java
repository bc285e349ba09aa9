package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Walks through a body with the verification types of its locals and operand stack.
 *
 * <ol>
 *   <li>The walk is in the order of the code, once. Where paths join the class file's own stack map
 *       frame says what is there (JVMS 4.7.4), so nothing is merged and no hierarchy is asked.
 *   <li>Between frames each instruction is {@linkplain TypeInterpreter interpreted}.
 *   <li>After an instruction that never completes, code is unreachable up to the next frame.
 * </ol>
 */
final class FrameTyping {
  private final MethodNode code;
  private final TypeInterpreter interpreter = new TypeInterpreter();
  private Frame<VerificationType> frame;
  private boolean reachable = true;

  private FrameTyping(MethodNode code, List<Local> entry) {
    this.code = code;
    this.frame = emptyFrame();
    entry.forEach(local -> frame.setLocal(local.index(), local.type()));
  }

  /** Is shown every reachable instruction with the types before it. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits an instruction.
     *
     * @param instruction the instruction
     * @param before the types before it; valid during the call only
     */
    void visit(AbstractInsnNode instruction, Frame<VerificationType> before);
  }

  /** Walks through a body that is entered with the given locals. */
  static void walk(MethodNode code, List<Local> entry, Visitor visitor) {
    FrameTyping typing = new FrameTyping(code, entry);
    for (AbstractInsnNode instruction : code.instructions) {
      typing.step(instruction, visitor);
    }
  }

  private void step(AbstractInsnNode instruction, Visitor visitor) {
    if (instruction instanceof FrameNode declared) {
      declare(declared);
      reachable = true;
    } else if (reachable && instruction.getOpcode() >= 0) {
      visitor.visit(instruction, frame);
      execute(instruction);
      reachable = ControlFlow.fallsThrough(instruction);
    }
  }

  private void execute(AbstractInsnNode instruction) {
    VerificationType constructed = constructedBy(instruction);
    try {
      frame.execute(instruction, interpreter);
    } catch (AnalyzerException | IndexOutOfBoundsException e) {
      throw new IllegalStateException(
          "instruction " + code.instructions.indexOf(instruction) + " of " + code.name, e);
    }
    if (constructed.isUninitialised()) {
      initialise(constructed, VerificationType.of(((MethodInsnNode) instruction).owner));
    }
  }

  /** The uninitialised object whose constructor an instruction calls; TOP if it calls none. */
  private VerificationType constructedBy(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call && call.name.equals("<init>")) {
      int arguments = Type.getArgumentTypes(call.desc).length;
      return frame.getStack(frame.getStackSize() - arguments - 1);
    }
    return VerificationType.TOP;
  }

  private void initialise(VerificationType uninitialised, VerificationType type) {
    for (int i = 0; i < frame.getLocals(); i++) {
      if (isSame(frame.getLocal(i), uninitialised)) {
        frame.setLocal(i, type);
      }
    }
    for (int i = 0; i < frame.getStackSize(); i++) {
      if (isSame(frame.getStack(i), uninitialised)) {
        frame.setStack(i, type);
      }
    }
  }

  private static boolean isSame(VerificationType one, VerificationType other) {
    return one.site() != null && one.site() == other.site();
  }

  private Frame<VerificationType> emptyFrame() {
    Frame<VerificationType> empty = new Frame<>(code.maxLocals, code.maxStack);
    for (int i = 0; i < code.maxLocals; i++) {
      empty.setLocal(i, VerificationType.TOP);
    }
    return empty;
  }

  private void declare(FrameNode declared) {
    frame = emptyFrame();
    int index = 0;
    for (Object item : declared.local) {
      VerificationType type = typeOf(item);
      frame.setLocal(index, type);
      index += type.getSize();
    }
    for (Object item : declared.stack) {
      frame.push(typeOf(item));
    }
  }

  private static VerificationType typeOf(Object item) {
    if (!(item instanceof LabelNode label)) {
      return VerificationType.of(item);
    }
    AbstractInsnNode site = label;
    while (site.getOpcode() < 0) {
      site = site.getNext();
    }
    return VerificationType.uninitialised(label, site);
  }
}
