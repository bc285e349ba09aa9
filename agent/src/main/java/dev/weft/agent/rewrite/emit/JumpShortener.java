package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.CodeSections;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;

/**
 * Takes jumps out of copies that are needed no more where something else than in the original comes
 * next. A copy must not cost the method its place among those that are inlined.
 *
 * <ol>
 *   <li>{@code goto next; next:} is nothing.
 *   <li>{@code ifeq next; goto other; next:} is {@code ifne other}.
 * </ol>
 */
final class JumpShortener {
  private JumpShortener() {}

  /** Shortens the copies in a body. */
  static void shorten(InsnList instructions, CodeWriter code) {
    for (AbstractInsnNode instruction : instructions.toArray()) {
      if (instruction.getOpcode() == Opcodes.GOTO
          && code.placeOf(instruction).section() != CodeSections.BODY) {
        shorten(instructions, (JumpInsnNode) instruction);
      }
    }
  }

  private static void shorten(InsnList instructions, JumpInsnNode jump) {
    if (isNext(jump.label, jump) && !isFirst(jump)) {
      instructions.remove(jump);
    } else if (jump.getPrevious() instanceof JumpInsnNode branch && isNext(branch.label, jump)) {
      branch.setOpcode(opposite(branch.getOpcode()));
      branch.label = jump.label;
      instructions.remove(jump);
    }
  }

  private static boolean isNext(LabelNode label, AbstractInsnNode instruction) {
    AbstractInsnNode at = instruction.getNext();
    while (at != null && at.getOpcode() < 0 && at != label) {
      at = at.getNext();
    }
    return at == label;
  }

  /** Whether a frame or a line begins with it, which would meet that of the next place. */
  private static boolean isFirst(JumpInsnNode jump) {
    AbstractInsnNode before = jump.getPrevious();
    while (before instanceof LabelNode) {
      before = before.getPrevious();
    }
    return before == null || before.getOpcode() < 0;
  }

  private static int opposite(int opcode) {
    boolean ofNull = opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL;
    return ofNull ? opcode ^ 1 : (opcode + 1 ^ 1) - 1;
  }
}
