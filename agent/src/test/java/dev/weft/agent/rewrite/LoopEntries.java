package dev.weft.agent.rewrite;

import dev.weft.agent.rewrite.model.ControlFlow;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.tree.MethodNode;

/**
 * The loops of a method that can be entered in the middle, which compilers leave as they are. Found
 * apart from how the weaver finds loops: by taking away, again and again, edges to itself and
 * blocks with a single predecessor (T1 and T2 of Hecht and Ullman). Of a graph whose loops have one
 * entry each, one block is left.
 */
final class LoopEntries {
  private final BitSet[] predecessors;
  private final BitSet[] successors;

  private LoopEntries(ControlFlow flow) {
    int size = flow.size();
    predecessors = new BitSet[size];
    successors = new BitSet[size];
    for (int i = 0; i < size; i++) {
      predecessors[i] = new BitSet();
      successors[i] = new BitSet();
    }
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    BitSet reached = new BitSet();
    reached.set(0);
    while (!work.isEmpty()) {
      int from = work.remove();
      IntStream.concat(IntStream.of(flow.successors(from)), IntStream.of(flow.handlers(from)))
          .forEach(to -> {
            successors[from].set(to);
            predecessors[to].set(from);
            if (!reached.get(to)) {
              reached.set(to);
              work.add(to);
            }
          });
    }
  }

  /** Whether each loop of a method has one entry. */
  static boolean areSingle(MethodNode method) {
    return new LoopEntries(ControlFlow.of(method)).reduce();
  }

  private boolean reduce() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 1; i < predecessors.length; i++) {
        predecessors[i].clear(i);
        successors[i].clear(i);
        if (predecessors[i].cardinality() == 1) {
          mergeIntoPredecessor(i);
          changed = true;
        }
      }
    }
    return IntStream.range(1, predecessors.length).allMatch(i -> predecessors[i].isEmpty());
  }

  private void mergeIntoPredecessor(int block) {
    int predecessor = predecessors[block].nextSetBit(0);
    successors[predecessor].clear(block);
    predecessors[block].clear();
    successors[block].stream()
        .forEach(next -> {
          predecessors[next].clear(block);
          predecessors[next].set(predecessor);
          successors[predecessor].set(next);
        });
    successors[block].clear();
  }
}
