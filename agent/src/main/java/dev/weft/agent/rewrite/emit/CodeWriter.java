package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.FrameField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

  /**
   * Writes a stack map frame; two never stand at one place. Labels after the first are the
   * second's: what jumps there may know less than the first says.
   */
  void frame(FrameNode frame) {
    AbstractInsnNode first = frameAtEnd();
    if (first != null) {
      out.instructions.insert(first, new InsnNode(Opcodes.NOP));
    }
    frame.accept(this);
  }

  private @Nullable AbstractInsnNode frameAtEnd() {
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
    InsnList code = original.instructions;
    if (!original.tryCatchBlocks.isEmpty()) {
      Places places = places();
      for (TryCatchBlockNode block : original.tryCatchBlocks) {
        int[] covered = places.between(code.indexOf(block.start), code.indexOf(block.end));
        cover(covered, places.instructions(), block.handler, block.type);
      }
    }
  }

  /** Covers the making of frames. */
  void coverSaving(Label handler) {
    Places places = places();
    int[] covered = places.between(SAVING, SAVING + 1);
    cover(covered, places.instructions(), new LabelNode(handler), null);
  }

  /** The instructions that do something, and which of them stand for which of the original. */
  private record Places(AbstractInsnNode[] instructions, NavigableMap<Integer, BitSet> byOrigin) {
    /** Where the instructions are that stand for a range of the original, in their order. */
    int[] between(int from, int to) {
      return byOrigin.subMap(from, to).values().stream()
          .flatMapToInt(BitSet::stream)
          .sorted()
          .toArray();
    }
  }

  private Places places() {
    tag();
    List<AbstractInsnNode> instructions = new ArrayList<>();
    NavigableMap<Integer, BitSet> byOrigin = new TreeMap<>();
    for (AbstractInsnNode instruction : out.instructions) {
      if (instruction.getOpcode() >= 0) {
        int place = instructions.size();
        byOrigin
            .computeIfAbsent(origins.getOrDefault(instruction, ADDED), o -> new BitSet())
            .set(place);
        instructions.add(instruction);
      }
    }
    return new Places(instructions.toArray(AbstractInsnNode[]::new), byOrigin);
  }

  /** Covers places that are given in their order, with a range for all that are neighbours. */
  private void cover(
      int[] places, AbstractInsnNode[] instructions, LabelNode handler, @Nullable String type) {
    for (int first = 0, next; first < places.length; first = next) {
      next = first + 1;
      while (next < places.length && places[next] == places[next - 1] + 1) {
        next++;
      }
      int after = places[next - 1] + 1;
      Label start = labelBefore(instructions[places[first]]);
      Label end = after < instructions.length ? labelBefore(instructions[after]) : labelAtEnd();
      out.visitTryCatchBlock(start, end, handler.getLabel(), type);
    }
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
  static LabelNode knownLabel() {
    LabelNode label = new LabelNode();
    label.getLabel().info = label;
    return label;
  }
}
