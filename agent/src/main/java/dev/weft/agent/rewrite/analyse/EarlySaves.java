package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.LiveValues;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.NaturalLoop;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;

/**
 * Finds the assignments of a generator whose values are better saved at once than at a suspension.
 * What is set before a loop and kept in it would be saved whenever the loop suspends, since the
 * first time it has not been saved yet.
 *
 * <p>A generator's frame is there from the start, so it can be saved to anywhere. An assignment is
 * saved at once if
 *
 * <ol>
 *   <li>its value reaches a suspension in a loop that neither holds the assignment nor assigns the
 *       variable, and matters there;
 *   <li>all loops that hold the assignment hold that suspension, too: it is not repeated more
 *       often.
 * </ol>
 */
final class EarlySaves {
  private final InsnList code;
  private final ControlFlow flow;
  private final Map<AbstractInsnNode, LiveValues> live;
  private final BitSet points = new BitSet();
  private final BitSet yields = new BitSet();
  private final List<Loop> loops;

  private EarlySaves(Body body, ControlFlow flow, Map<AbstractInsnNode, LiveValues> live) {
    this.code = body.code().instructions;
    this.flow = flow;
    this.live = live;
    body.points()
        .forEach(point -> {
          points.set(code.indexOf(point.call()));
          yields.set(code.indexOf(point.call()), point.yields());
        });
    BlockGraph graph = new BlockGraph(body);
    this.loops =
        NaturalLoop.find(graph).stream()
            .map(loop -> loop(graph.instructions(loop.blocks())))
            .toList();
  }

  private record Loop(BitSet instructions, BitSet assigned) {
    boolean holds(int instruction) {
      return instructions.get(instruction);
    }
  }

  private Loop loop(BitSet instructions) {
    BitSet assigned = new BitSet();
    instructions.stream()
        .map(i -> SavedState.writtenBy(code.get(i)))
        .filter(local -> local >= 0)
        .forEach(assigned::set);
    return new Loop(instructions, assigned);
  }

  /**
   * Finds them.
   *
   * @param live what is live at each point
   * @return what each saves: the variable, of the type that it has where it is needed
   */
  static Map<AbstractInsnNode, Local> of(
      Body body, ControlFlow flow, Map<AbstractInsnNode, LiveValues> live) {
    return body.source().isGenerator() ? new EarlySaves(body, flow, live).find() : Map.of();
  }

  private Map<AbstractInsnNode, Local> find() {
    Map<AbstractInsnNode, Local> found = new HashMap<>();
    if (loops.stream().noneMatch(loop -> loop.instructions().intersects(points))) {
      return found;
    }
    for (int i = 0; i < code.size(); i++) {
      AbstractInsnNode assignment = code.get(i);
      int local = SavedState.writtenBy(assignment);
      if (local >= 0) {
        neededInLoop(i, local).ifPresent(value -> found.put(assignment, value));
      }
    }
    return found;
  }

  /** Follows a value until it is saved or lost. */
  private Optional<Local> neededInLoop(int assignment, int local) {
    BitSet seen = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    IntStream.of(flow.successors(assignment)).forEach(work::add);
    while (!work.isEmpty()) {
      int index = work.remove();
      if (seen.get(index)) {
        continue;
      }
      seen.set(index);
      Optional<Local> needed = neededAt(index, local);
      if (needed.isPresent() && isInFurtherLoop(index, assignment, local)) {
        return needed;
      }
      IntStream.of(flow.handlers(index)).forEach(work::add);
      if (!yields.get(index) && SavedState.writtenBy(code.get(index)) != local) {
        IntStream.of(flow.successors(index)).forEach(work::add);
      }
    }
    return Optional.empty();
  }

  private Optional<Local> neededAt(int index, int local) {
    return Stream.ofNullable(live.get(code.get(index)))
        .flatMap(values -> values.locals().stream())
        .filter(value -> value.index() == local && !value.type().isNull())
        .findAny();
  }

  private boolean isInFurtherLoop(int point, int assignment, int local) {
    return loops.stream().allMatch(loop -> loop.holds(point) || !loop.holds(assignment))
        && loops.stream()
            .anyMatch(loop ->
                loop.holds(point) && !loop.holds(assignment) && !loop.assigned().get(local));
  }
}
