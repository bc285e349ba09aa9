package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.FrameField;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the instructions of a woven body, and remembers of each for which instruction of the
 * original it stands, and in which section, so that tables of the original can be cut to match.
 */
final class CodeWriter extends InstructionAdapter {
  /** Why an instruction is there. */
  enum Role {
    /** It is one of the original, or does what that does. */
    ORIGINAL,
    /** It was added by weaving. */
    ADDED,
    /** It makes a frame, which may fail, and whose failure must not reach the user. */
    SAVING
  }

  /**
   * Where an instruction stands.
   *
   * @param section the section
   * @param index the instruction of the original in whose place it is; -1 if it is in none's
   * @param role why it is there
   */
  record Place(int section, int index, Role role) {
    static final Place NOWHERE = new Place(CodeSections.BODY, -1, Role.ADDED);
  }

  private final MethodNode out;
  private final IdentityHashMap<AbstractInsnNode, Place> places = new IdentityHashMap<>();
  private @Nullable AbstractInsnNode lastTagged;
  private Place place = Place.NOWHERE;

  CodeWriter(MethodNode out) {
    super(Opcodes.ASM9, out);
    this.out = out;
  }

  /** Says for which instruction of the original the following ones stand. */
  void at(int section, int index) {
    move(new Place(section, index, Role.ORIGINAL));
  }

  /** Says why the following instructions are where they are. */
  void as(Role role) {
    move(new Place(place.section(), place.index(), role));
  }

  /** Says that the following instructions are added, apart from those of the original. */
  void apart() {
    move(Place.NOWHERE);
  }

  private void move(Place next) {
    tag();
    place = next;
  }

  private void tag() {
    AbstractInsnNode next = lastTagged == null ? out.instructions.getFirst() : lastTagged.getNext();
    for (; next != null; next = next.getNext()) {
      places.put(next, place);
      lastTagged = next;
    }
  }

  /** Where an instruction that was written stands. */
  Place placeOf(AbstractInsnNode written) {
    tag();
    return places.getOrDefault(written, Place.NOWHERE);
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
      AbstractInsnNode nop = new InsnNode(Opcodes.NOP);
      places.put(nop, placeOf(first));
      out.instructions.insert(first, nop);
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

  /** Writes a label before an instruction that has been written. */
  LabelNode labelBefore(AbstractInsnNode written) {
    if (written.getPrevious() instanceof LabelNode label) {
      return known(label);
    }
    LabelNode label = known(new LabelNode());
    out.instructions.insertBefore(written, label);
    return label;
  }

  /** Writes a label at the end of what has been written. */
  LabelNode labelAtEnd() {
    LabelNode label = known(new LabelNode());
    out.instructions.add(label);
    return label;
  }

  /** Makes the method node take a label for this node, not for one to be made. */
  private static LabelNode known(LabelNode label) {
    label.getLabel().info = label;
    return label;
  }
}
