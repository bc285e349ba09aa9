package dev.weft.agent.rewrite.model;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A place where a woven body can stop.
 *
 * @param number its number among the points of the method, from 1
 * @param call the instruction: a yield, or a call that hands the running coroutine on
 * @param yields whether it is a yield, which always suspends
 * @param line the source line; -1 if the class file does not tell
 */
public record SuspensionPoint(int number, MethodInsnNode call, boolean yields, int line) {
  /** The type of the value that a yield hands out: a primitive, or Object. */
  public Type yielded() {
    return Type.getArgumentTypes(call.desc)[0];
  }

  /** The type of the value that the call evaluates to. */
  public Type result() {
    return Type.getReturnType(call.desc);
  }
}
