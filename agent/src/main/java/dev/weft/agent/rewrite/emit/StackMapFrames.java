package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;

/** Makes the stack map frames of one woven body (JVMS 4.7.4). */
final class StackMapFrames {
  private final String frameClass;

  /** Makes frames of a body whose first local has that class. */
  StackMapFrames(String frameClass) {
    this.frameClass = frameClass;
  }

  /** A frame with the added locals, the locals given and the stack values given. */
  FrameNode of(List<Local> locals, List<Object> stack) {
    List<Object> items =
        new ArrayList<>(List.of(frameClass, RuntimeNames.COROUTINE, "java/lang/Object"));
    int next = Body.ADDED_LOCALS;
    for (Local local : locals) {
      for (; next < local.index(); next++) {
        items.add(Opcodes.TOP);
      }
      items.add(local.type().item());
      next += local.type().getSize();
    }
    return frame(items, stack);
  }

  /** The frame with nothing else. */
  FrameNode empty(List<Object> stack) {
    return of(List.of(), stack);
  }

  /** What stack values are in a frame. */
  static List<Object> items(List<Local> stack) {
    return new ArrayList<>(stack.stream().map(value -> value.type().item()).toList());
  }

  /**
   * A frame of the class file without the locals that are not live, since going on at a point
   * restores only those that are.
   */
  FrameNode pruned(FrameNode original, BitSet live) {
    List<Object> items = new ArrayList<>();
    items.add(frameClass);
    int index = 1;
    for (Object item : original.local.subList(1, original.local.size())) {
      int size = VerificationType.of(item).getSize();
      boolean kept = index < Body.ADDED_LOCALS || live.get(index) || item instanceof LabelNode;
      for (int i = 0; i < (kept ? 1 : size); i++) {
        items.add(kept ? item : Opcodes.TOP);
      }
      index += size;
    }
    return frame(items, original.stack);
  }

  private static FrameNode frame(List<Object> locals, List<Object> stack) {
    int last = locals.size();
    while (last > 0 && locals.get(last - 1) == Opcodes.TOP) {
      last--;
    }
    return new FrameNode(
        Opcodes.F_NEW, last, locals.subList(0, last).toArray(), stack.size(), stack.toArray());
  }
}
