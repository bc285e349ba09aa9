package dev.weft.agent.rewrite.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LineNumberNode;

/**
 * The instructions right before and after another, past labels and lines. Where a stack map frame
 * stands between, a jump may lead there, and there is no neighbour.
 */
public final class Neighbours {
  private Neighbours() {}

  /** The next instruction that does something; null if a jump may lead there. */
  public static @Nullable AbstractInsnNode next(AbstractInsnNode instruction) {
    return find(instruction, AbstractInsnNode::getNext);
  }

  /** The instruction before that does something; null if a jump may lead in between. */
  public static @Nullable AbstractInsnNode previous(AbstractInsnNode instruction) {
    return find(instruction, AbstractInsnNode::getPrevious);
  }

  /** The frame of the class file at an instruction, itself or after labels and lines; or null. */
  public static @Nullable FrameNode frame(AbstractInsnNode instruction) {
    AbstractInsnNode at = instruction;
    while (at != null && at.getOpcode() < 0 && !(at instanceof FrameNode)) {
      at = at.getNext();
    }
    return at instanceof FrameNode frame ? frame : null;
  }

  /** The line of an instruction; null if it stands right after, or if there is none. */
  public static @Nullable LineNumberNode line(AbstractInsnNode instruction) {
    AbstractInsnNode at = instruction;
    for (; at != null && at.getOpcode() < 0; at = at.getNext()) {
      if (at instanceof LineNumberNode) {
        return null;
      }
    }
    for (at = instruction; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode line) {
        return line;
      }
    }
    return null;
  }

  private static @Nullable AbstractInsnNode find(
      AbstractInsnNode instruction, Function<AbstractInsnNode, @Nullable AbstractInsnNode> step) {
    AbstractInsnNode at = step.apply(instruction);
    while (at != null && at.getOpcode() < 0 && !(at instanceof FrameNode)) {
      at = step.apply(at);
    }
    return at == null || at.getOpcode() < 0 ? null : at;
  }
}
