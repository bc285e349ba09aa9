package dev.weft.agent.rewrite.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;

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

  private static @Nullable AbstractInsnNode find(
      AbstractInsnNode instruction, Function<AbstractInsnNode, @Nullable AbstractInsnNode> step) {
    AbstractInsnNode at = step.apply(instruction);
    while (at != null && at.getOpcode() < 0 && !(at instanceof FrameNode)) {
      at = step.apply(at);
    }
    return at == null || at.getOpcode() < 0 ? null : at;
  }
}
