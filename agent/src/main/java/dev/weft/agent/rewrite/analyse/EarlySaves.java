package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.Indices;
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
import java.util.function.Function;
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
 *   <li>it is in no loop itself; or is a reference, which takes longer to save, and all loops that
 *       hold the assignment hold that suspension, too: it is not repeated more often;
 *   <li>the loop then need not save the variable, whatever else is assigned to it elsewhere.
 * </ol>
 */
final class EarlySaves {
  private final InsnList code;
  private final ControlFlow flow;
  private final Map<AbstractInsnNode, LiveValues> live;
  private final BitSet points = new BitSet();
  private final BitSet yields = new BitSet();
  private final List<Loop> loops;

  private EarlySaves(
      Body body, ControlFlow flow, BlockGraph graph, Map<AbstractInsnNode, LiveValues> live) {
    this.code = body.code().instructions;
    this.flow = flow;
    this.live = live;
    body.points()
        .forEach(point -> {
          points.set(code.indexOf(point.call()));
          yields.set(code.indexOf(point.call()), point.yields());
        });
    this.loops =
        NaturalLoop.find(graph).stream()
            .map(loop -> loop(graph.instructions(loop.blocks())))
            .toList();
  }

  private record Loop(BitSet instructions, BitSet assigned) {
    boolean holds(int instruction) {
      return instructions.get(instruction);
    }

    boolean keeps(Local value, int point) {
      return holds(point) && !assigned.get(value.index());
    }
  }

  private Loop loop(BitSet instructions) {
    BitSet assigned = new BitSet();
    for (int i : Indices.in(instructions)) {
      int local = SavedState.writtenBy(code.get(i));
      if (local >= 0) {
        assigned.set(local);
      }
    }
    return new Loop(instructions, assigned);
  }

  /**
   * Finds them.
   *
   * @param live what is live at each point, and elsewhere
   * @param solve what has changed at the points if some are saved early
   * @return what each saves: the variable, of the type that it has where it is needed
   */
  static Map<AbstractInsnNode, Local> of(
      Body body,
      ControlFlow flow,
      BlockGraph graph,
      Map<AbstractInsnNode, LiveValues> live,
      Function<Map<AbstractInsnNode, Local>, SavedState> solve) {
    if (!body.source().isGenerator()) {
      return Map.of();
    }
    EarlySaves saves = new EarlySaves(body, flow, graph, live);
    Map<AbstractInsnNode, Local> found = saves.find();
    if (!found.isEmpty()) {
      BitSet inVain = saves.savedInLoops(solve.apply(found));
      found.values().removeIf(value -> inVain.get(value.index()));
    }
    return found;
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
    add(flow.successors(assignment), work);
    while (!work.isEmpty()) {
      int index = work.remove();
      if (seen.get(index)) {
        continue;
      }
      seen.set(index);
      Optional<Local> needed = neededAt(index, local);
      if (needed.isPresent() && isInFurtherLoop(index, assignment, needed.get())) {
        return needed;
      }
      add(flow.handlers(index), work);
      if (!yields.get(index) && SavedState.writtenBy(code.get(index)) != local) {
        add(flow.successors(index), work);
      }
    }
    return Optional.empty();
  }

  private static void add(int[] instructions, Deque<Integer> work) {
    for (int instruction : instructions) {
      work.add(instruction);
    }
  }

  private Optional<Local> neededAt(int index, int local) {
    return points.get(index)
        ? liveAt(index).filter(value -> value.index() == local).findAny()
        : Optional.empty();
  }

  private Stream<Local> liveAt(int point) {
    return live.getOrDefault(code.get(point), LiveValues.NOTHING).locals().stream()
        .filter(value -> !value.type().isNull());
  }

  private boolean isInFurtherLoop(int point, int assignment, Local value) {
    return loops.stream().allMatch(loop -> mayHold(loop, point, assignment, value))
        && loops.stream().anyMatch(loop -> loop.keeps(value, point) && !loop.holds(assignment));
  }

  private static boolean mayHold(Loop loop, int point, int assignment, Local value) {
    return !loop.holds(assignment) || (loop.holds(point) && value.sort() == 'A');
  }

  // === In vain ===

  /** The variables that are saved in a loop all the same, as they come from elsewhere, too. */
  private BitSet savedInLoops(SavedState saved) {
    BitSet found = new BitSet();
    for (int point : Indices.in(points)) {
      BitSet changed = saved.before(point).changed();
      liveAt(point)
          .filter(value -> changed.get(value.index()))
          .filter(value -> loops.stream().anyMatch(loop -> loop.keeps(value, point)))
          .forEach(value -> found.set(value.index()));
    }
    return found;
  }
}
