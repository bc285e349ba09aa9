package dev.weft.agent.rewrite.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A loop of the original code: a header, through which alone it is entered, and all blocks from
 * which that header is reached again.
 *
 * @param header the block through which the loop is entered
 * @param blocks all its blocks
 */
public record NaturalLoop(int header, BitSet blocks) {
  /**
   * Finds all of them. Two either have no block in common, or one holds the other.
   *
   * <ol>
   *   <li>A walk in depth finds the edges that lead back to a block on its way.
   *   <li>Such an edge closes a loop if its target dominates its source: the source cannot be
   *       reached without passing the target. If not, the loop has more than one entry in the
   *       original already, and is left alone.
   *   <li>What reaches the source without passing the target is the loop.
   * </ol>
   */
  public static List<NaturalLoop> find(BlockGraph graph) {
    Edges edges = new Edges(graph);
    List<NaturalLoop> loops = new ArrayList<>();
    edges
        .backward()
        .forEach((header, sources) -> {
          sources.andNot(edges.reachableWithout(header));
          if (!sources.isEmpty()) {
            loops.add(new NaturalLoop(header, edges.reaching(sources, header)));
          }
        });
    return loops;
  }

  /** The edges of the original code, in which a yield is followed by what comes after it. */
  private static final class Edges {
    private final List<BitSet> successors = new ArrayList<>();
    private final List<BitSet> predecessors = new ArrayList<>();

    Edges(BlockGraph graph) {
      for (int block = 0; block < graph.size(); block++) {
        successors.add(new BitSet());
        predecessors.add(new BitSet());
      }
      for (int block = 0; block < graph.size(); block++) {
        add(block, graph.successors(block));
        add(block, graph.resumed(block));
      }
      BitSet unreachable = new BitSet();
      unreachable.set(0, graph.size());
      unreachable.andNot(reachableWithout(-1));
      predecessors.forEach(blocks -> blocks.andNot(unreachable));
    }

    private void add(int from, int[] targets) {
      for (int target : targets) {
        successors.get(from).set(target);
        predecessors.get(target).set(from);
      }
    }

    /** The sources of the edges that lead back, by their target. */
    Map<Integer, BitSet> backward() {
      Map<Integer, BitSet> backward = new TreeMap<>();
      Deque<Integer> way = new ArrayDeque<>();
      way.add(0);
      BitSet onWay = new BitSet();
      onWay.set(0);
      BitSet seen = new BitSet();
      seen.set(0);
      int[] next = new int[successors.size()];
      while (!way.isEmpty()) {
        int block = way.peek();
        int target = successors.get(block).nextSetBit(next[block]);
        if (target < 0) {
          onWay.clear(way.pop());
          continue;
        }
        next[block] = target + 1;
        if (onWay.get(target)) {
          backward.computeIfAbsent(target, t -> new BitSet()).set(block);
        } else if (!seen.get(target)) {
          seen.set(target);
          onWay.set(target);
          way.push(target);
        }
      }
      return backward;
    }

    BitSet reachableWithout(int avoided) {
      BitSet start = new BitSet();
      start.set(0);
      return closure(start, avoided, successors);
    }

    BitSet reaching(BitSet targets, int header) {
      BitSet blocks = closure(targets, header, predecessors);
      blocks.set(header);
      return blocks;
    }

    private static BitSet closure(BitSet from, int avoided, List<BitSet> edges) {
      BitSet found = (BitSet) from.clone();
      if (avoided >= 0) {
        found.clear(avoided);
      }
      Deque<Integer> work = new ArrayDeque<>();
      for (int block : Indices.in(found)) {
        work.add(block);
      }
      while (!work.isEmpty()) {
        for (int block : Indices.in(edges.get(work.remove()))) {
          if (block != avoided && !found.get(block)) {
            found.set(block);
            work.add(block);
          }
        }
      }
      return found;
    }
  }
}
