package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.Indices;
import dev.weft.agent.rewrite.model.LiveValues;
import dev.weft.agent.rewrite.model.MethodAnalysis;
import dev.weft.agent.rewrite.model.Neighbours;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;

/**
 * Which loops can be copied in part. Control must not leave a copy while
 *
 * <ul>
 *   <li>an object is half-made: its type names the instruction that made it (JVMS 4.10.1.2), which
 *       the copy has another of;
 *   <li>a monitor is held: compilers want every lock to be released by what belongs to it. A loop
 *       that locks is not copied at all.
 * </ul>
 */
final class CopyableLoops implements Predicate<EnteredLoop> {
  private final MethodAnalysis analysis;
  private final InsnList code;
  private final BlockGraph graph;

  CopyableLoops(MethodAnalysis analysis, BlockGraph graph) {
    this.analysis = analysis;
    this.code = analysis.body().code().instructions;
    this.graph = graph;
  }

  @Override
  public boolean test(EnteredLoop loop) {
    for (int block : Indices.in(loop.body())) {
      if (locks(block) || leavesHalfMade(loop, block)) {
        return false;
      }
    }
    return true;
  }

  private boolean locks(int block) {
    for (int i = graph.first(block); i < graph.end(block); i++) {
      if (code.get(i).getOpcode() == Opcodes.MONITORENTER) {
        return true;
      }
    }
    return false;
  }

  private boolean leavesHalfMade(EnteredLoop loop, int block) {
    for (int next : graph.successors(block)) {
      if (!loop.body().get(next) && beginsHalfMade(next)) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsHalfMade(int block) {
    int first = graph.first(block);
    FrameNode frame = Neighbours.frame(code.get(first));
    if (frame != null) {
      return Stream.of(frame.local, frame.stack)
          .flatMap(List::stream)
          .anyMatch(LabelNode.class::isInstance);
    }
    return first > 0
        && analysis
            .afterBranches()
            .getOrDefault(code.get(first - 1), LiveValues.NOTHING)
            .holdUninitialised();
  }
}
