package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Tells at which points closing the generator would run code of the user: inside a try with a
 * finally block, with resources, or with a handler of GeneratorExit.
 */
final class PendingCleanups {
  private PendingCleanups() {}

  /** The numbers of those points, separated by commas. */
  static String numbers(Body body) {
    return body.points().stream()
        .filter(point -> isPending(body.code(), point))
        .map(point -> String.valueOf(point.number()))
        .collect(Collectors.joining(","));
  }

  private static boolean isPending(MethodNode method, SuspensionPoint point) {
    InsnList code = method.instructions;
    int at = code.indexOf(point.call());
    return method.tryCatchBlocks.stream()
        .filter(block -> code.indexOf(block.start) <= at && at < code.indexOf(block.end))
        .anyMatch(PendingCleanups::isCleanup);
  }

  private static boolean isCleanup(TryCatchBlockNode block) {
    return block.type == null
        || block.type.equals(RuntimeNames.GENERATOR_EXIT)
        || closesResource(block);
  }

  /** javac's handler adds what closing throws to what it has caught, and throws that on. */
  private static boolean closesResource(TryCatchBlockNode block) {
    AbstractInsnNode at = block.handler;
    while (at != null && at.getOpcode() != Opcodes.ATHROW) {
      if (at instanceof MethodInsnNode call && call.name.equals("addSuppressed")) {
        return true;
      }
      at = at.getNext();
    }
    return false;
  }
}
