package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides which calls of a method can suspend.
 *
 * <ol>
 *   <li>A yield or yieldFrom of {@code Coroutines} or of a {@code Yielder} does.
 *   <li>So does a call of a method that the class named, or a supertype of it, declares to be a
 *       coroutine subroutine, except while a monitor is held: that call stays a plain one.
 *   <li>A direct yield while a monitor is held is {@linkplain #inMonitor refused} instead.
 * </ol>
 */
final class SuspensionPointFinder {
  private final ClassIndex index;

  SuspensionPointFinder(ClassIndex index) {
    this.index = index;
  }

  /** The calls of a coroutine method that can suspend. */
  List<AbstractInsnNode> find(MethodNode method) {
    MonitorDepth monitors = MonitorDepth.of(method);
    List<AbstractInsnNode> calls = new ArrayList<>();
    InsnList code = method.instructions;
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof MethodInsnNode call && suspends(call) && !monitors.isHeld(i)) {
        calls.add(call);
      }
    }
    return calls;
  }

  /** The yields of a coroutine method that hold a monitor. */
  List<AbstractInsnNode> inMonitor(MethodNode method) {
    MonitorDepth monitors = MonitorDepth.of(method);
    InsnList code = method.instructions;
    List<AbstractInsnNode> yields = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof MethodInsnNode call && yields(call) && monitors.isHeld(i)) {
        yields.add(call);
      }
    }
    return yields;
  }

  /** The calls of {@code Coroutines} that suspend; a Yielder's may be calls of a user's own. */
  static List<AbstractInsnNode> directYields(MethodNode method) {
    List<AbstractInsnNode> yields = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && call.owner.equals(RuntimeNames.COROUTINES)
          && yields(call)) {
        yields.add(call);
      }
    }
    return yields;
  }

  private static boolean yields(MethodInsnNode call) {
    boolean library =
        call.owner.equals(RuntimeNames.COROUTINES) || call.owner.equals(RuntimeNames.YIELDER);
    return library && RuntimeNames.SUSPENDING.contains(call.name);
  }

  private boolean suspends(MethodInsnNode call) {
    return yields(call)
        || (!call.name.startsWith("<") && index.suspends(call.owner, call.name, call.desc));
  }
}
