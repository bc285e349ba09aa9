package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.FrameField;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Writes the instructions of a woven body, and remembers of each which instruction of the original
 * it stands for, so that the exception table can be cut to match: what weaving added stands outside
 * of the user's handlers, wherever it is put.
 */
final class CodeWriter extends InstructionAdapter {
  /** The origin of instructions that weaving added. */
  static final int ADDED = -1;

  /** The origin of instructions that make new frames, whose failure must not reach the user. */
  static final int SAVING = -2;

  private final MethodNode out;
  private final Map<AbstractInsnNode, Integer> origins = new HashMap<>();
  private @Nullable AbstractInsnNode lastTagged;
  private int origin = ADDED;

  CodeWriter(MethodNode out) {
    super(Opcodes.ASM9, out);
    this.out = out;
  }

  /** Says which original instruction the following ones stand for, or ADDED or SAVING. */
  void from(int origin) {
    tag();
    this.origin = origin;
  }

  private void tag() {
    AbstractInsnNode next = lastTagged == null ? out.instructions.getFirst() : lastTagged.getNext();
    for (; next != null; next = next.getNext()) {
      origins.put(next, origin);
      lastTagged = next;
    }
  }

  /** Writes an instruction of the original. */
  void copy(AbstractInsnNode instruction) {
    if (instruction instanceof FrameNode frame) {
      frame(frame);
      return;
    }
    instruction.accept(this);
  }

  /** Writes a stack map frame; two never stand at one place. */
  void frame(FrameNode frame) {
    AbstractInsnNode other = frameLast();
    if (other != null) {
      // Before the labels in between: who jumps to them relies on the second frame.
      AbstractInsnNode parting = new InsnNode(Opcodes.NOP);
      out.instructions.insert(other, parting);
      origins.put(parting, ADDED);
    }
    frame.accept(this);
  }

  private @Nullable AbstractInsnNode frameLast() {
    AbstractInsnNode last = out.instructions.getLast();
    while (last != null && last.getOpcode() < 0 && !(last instanceof FrameNode)) {
      last = last.getPrevious();
    }
    return last instanceof FrameNode ? last : null;
  }

  /** Writes a label. */
  void label(Label label) {
    mark(label);
  }

  // === What occurs often ===

  /** Pushes the frame. */
  void loadFrame() {
    load(Body.FRAME, OBJECT_TYPE);
  }

  /** Pushes the running coroutine. */
  void loadCoroutine() {
    load(Body.COROUTINE, OBJECT_TYPE);
  }

  /** Pushes what the frame is resumed with. */
  void loadIn() {
    load(Body.IN, OBJECT_TYPE);
  }

  /** Pops a value into a field of the frame. */
  void popInto(String frameClass, FrameField field) {
    loadFrame();
    if (Type.getType(field.descriptor()).getSize() == 2) {
      dupX2();
      pop();
    } else {
      swap();
    }
    putfield(frameClass, field.name(), field.descriptor());
  }

  /** Returns nothing, 0 or null: nobody looks at what a method returns that has suspended. */
  void returnNothing(Type type) {
    pushZero(this, type);
    areturn(type);
  }

  /** Pushes the zero of a type; nothing for void. */
  static void pushZero(InstructionAdapter code, Type type) {
    switch (type.getSort()) {
      case Type.VOID -> {}
      case Type.LONG -> code.lconst(0L);
      case Type.FLOAT -> code.fconst(0f);
      case Type.DOUBLE -> code.dconst(0d);
      case Type.OBJECT, Type.ARRAY -> code.aconst(null);
      default -> code.iconst(0);
    }
  }

  // === The exception table ===

  /**
   * Covers, for each range of the original in its order, whatever stands for instructions in it.
   *
   * @param original the original code
   */
  void coverRanges(MethodNode original) {
    tag();
    InsnList code = original.instructions;
    for (TryCatchBlockNode block : original.tryCatchBlocks) {
      cover(code.indexOf(block.start), code.indexOf(block.end), block.handler, block.type);
    }
  }

  /** Covers the making of frames. */
  void coverSaving(Label handler) {
    tag();
    cover(SAVING, SAVING + 1, new LabelNode(handler), null);
  }

  private void cover(int from, int to, LabelNode handler, @Nullable String type) {
    AbstractInsnNode[] instructions = out.instructions.toArray();
    Label start = null;
    for (int i = 0; i <= instructions.length; i++) {
      boolean end = i == instructions.length;
      if (!end && instructions[i].getOpcode() < 0) {
        continue;
      }
      boolean covered = !end && isBetween(origins.getOrDefault(instructions[i], ADDED), from, to);
      if (covered && start == null) {
        start = labelBefore(instructions[i]);
      } else if (!covered && start != null) {
        Label stop = end ? labelAtEnd() : labelBefore(instructions[i]);
        out.visitTryCatchBlock(start, stop, handler.getLabel(), type);
        start = null;
      }
    }
  }

  private static boolean isBetween(int origin, int from, int to) {
    return origin >= from && origin < to;
  }

  private Label labelBefore(AbstractInsnNode instruction) {
    LabelNode label = knownLabel();
    out.instructions.insertBefore(instruction, label);
    return label.getLabel();
  }

  private Label labelAtEnd() {
    LabelNode label = knownLabel();
    out.instructions.add(label);
    return label.getLabel();
  }

  /** A label that the method node takes for this node, not for one to be made. */
  private static LabelNode knownLabel() {
    LabelNode label = new LabelNode();
    label.getLabel().info = label;
    return label;
  }
}
