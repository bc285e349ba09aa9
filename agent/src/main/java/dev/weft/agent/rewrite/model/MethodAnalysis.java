package dev.weft.agent.rewrite.model;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;

/**
 * What is known of a body.
 *
 * @param body the body
 * @param graph its basic blocks
 * @param parameters the parameters of the source, {@code this} included, as locals of the body
 * @param liveParameters those of them whose values are ever read
 * @param liveAtFrames the locals that are live where each frame of the class file stands; the
 *     others need not be defined there
 * @param afterBranches what is known after each branch that is not taken, where the class file has
 *     no frame, by the branch
 * @param points what is known at each point, in the order of the points
 * @param savedEarly the variables that are saved as soon as they are assigned, by the assignment
 * @param staleAtReturns the locals and stack values (see {@link PointAnalysis#stale}) that a frame
 *     may still hold at each return
 */
public record MethodAnalysis(
    Body body,
    BlockGraph graph,
    List<Local> parameters,
    List<Local> liveParameters,
    Map<FrameNode, BitSet> liveAtFrames,
    Map<AbstractInsnNode, LiveValues> afterBranches,
    List<PointAnalysis> points,
    Map<AbstractInsnNode, Local> savedEarly,
    Map<AbstractInsnNode, BitSet> staleAtReturns) {
  /** Copies the collections. */
  public MethodAnalysis {
    parameters = List.copyOf(parameters);
    liveParameters = List.copyOf(liveParameters);
    liveAtFrames = Map.copyOf(liveAtFrames);
    afterBranches = Map.copyOf(afterBranches);
    points = List.copyOf(points);
    savedEarly = Map.copyOf(savedEarly);
    staleAtReturns = Map.copyOf(staleAtReturns);
  }
}
