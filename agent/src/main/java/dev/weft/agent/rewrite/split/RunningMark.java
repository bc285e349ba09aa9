package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.Conversions;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Whether a generator has to be marked RUNNING while its body runs. That is one of the four or five
 * stores that an element takes, and what they take is most of the time.
 *
 * <p>The mark is there for code that meets the generator meanwhile: what the body calls, and other
 * threads, which must not have it but are told so if that can be seen. So it can be spared where
 *
 * <ol>
 *   <li>nothing in the body can run other code: calls of any but a few methods of the JDK and of
 *       Weft, and what may load or initialise a class;
 *   <li>the body has no loop that does not yield: it takes no longer than the mark itself would be
 *       late.
 * </ol>
 */
final class RunningMark {
  private static final String JDK = "java/lang/";

  private final Body body;
  private final Set<AbstractInsnNode> yields;

  private RunningMark(Body body) {
    this.body = body;
    this.yields =
        body.points().stream()
            .filter(SuspensionPoint::yields)
            .map(SuspensionPoint::call)
            .collect(Collectors.toSet());
  }

  static boolean isNeeded(Body body, BlockGraph graph) {
    RunningMark mark = new RunningMark(body);
    return !body.source().isGenerator()
        || Arrays.stream(body.code().instructions.toArray()).anyMatch(mark::mayRunOtherCode)
        || hasLoop(graph);
  }

  private boolean mayRunOtherCode(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      return !yields.contains(call) && !isKnown(call);
    }
    if (instruction instanceof FieldInsnNode field) {
      return !field.owner.equals(body.source().owner())
          && !field.owner.equals(RuntimeNames.COROUTINE);
    }
    if (instruction instanceof TypeInsnNode type) {
      return !isCheck(type) || !type.desc.startsWith(JDK);
    }
    if (instruction instanceof LdcInsnNode constant) {
      return !(constant.cst instanceof Number || constant.cst instanceof String);
    }
    return instruction instanceof InvokeDynamicInsnNode
        || instruction instanceof MultiANewArrayInsnNode
        || (instruction instanceof InsnNode && isMonitor(instruction.getOpcode()));
  }

  private static boolean isKnown(MethodInsnNode call) {
    return Conversions.boxes(call)
        || Conversions.unboxes(call)
        || call.owner.equals(RuntimeNames.COROUTINE);
  }

  private static boolean isCheck(TypeInsnNode type) {
    return type.getOpcode() == Opcodes.CHECKCAST || type.getOpcode() == Opcodes.INSTANCEOF;
  }

  private static boolean isMonitor(int opcode) {
    return opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT;
  }

  /** Takes away the blocks that lead to none, until none is left, or only loops are. */
  private static boolean hasLoop(BlockGraph graph) {
    BitSet left = new BitSet();
    left.set(0, graph.size());
    int before = -1;
    while (left.cardinality() != before) {
      before = left.cardinality();
      for (int block = graph.size() - 1; block >= 0; block--) {
        if (!graph.leadsTo(block, left)) {
          left.clear(block);
        }
      }
    }
    return !left.isEmpty();
  }
}
