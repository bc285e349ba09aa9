package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.NaturalLoop;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * What is left of a natural loop in the woven code, where a yield is followed by nothing.
 *
 * @param natural the loop of the original code
 * @param body the blocks from which the header can still be reached, without the header: what goes
 *     on there goes on with the loop
 * @param cycle the blocks that are in a loop still: those of the body that the header leads to, and
 *     the header; empty if every iteration yields
 */
record EnteredLoop(NaturalLoop natural, BitSet body, BitSet cycle) {
  static EnteredLoop of(NaturalLoop natural, BlockGraph graph) {
    BitSet reaching = reaching(natural, graph);
    BitSet cycle = new BitSet();
    if (reaching.get(natural.header())) {
      cycle = reachable(natural.header(), reaching, graph);
    }
    BitSet body = (BitSet) reaching.clone();
    body.clear(natural.header());
    return new EnteredLoop(natural, body, cycle);
  }

  /** The blocks from which the header is reached within the loop, by at least one edge. */
  private static BitSet reaching(NaturalLoop natural, BlockGraph graph) {
    BitSet header = new BitSet();
    header.set(natural.header());
    BitSet reaching = new BitSet();
    int before = -1;
    while (reaching.cardinality() > before) {
      before = reaching.cardinality();
      for (int block = natural.blocks().length() - 1; block >= 0; block--) {
        boolean reaches = graph.leadsTo(block, header) || graph.leadsTo(block, reaching);
        reaching.set(block, reaching.get(block) || (reaches && natural.blocks().get(block)));
      }
    }
    return reaching;
  }

  private static BitSet reachable(int header, BitSet within, BlockGraph graph) {
    BitSet reachable = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    reachable.set(header);
    work.add(header);
    while (!work.isEmpty()) {
      for (int next : graph.successors(work.remove())) {
        if (within.get(next) && !reachable.get(next)) {
          reachable.set(next);
          work.add(next);
        }
      }
    }
    return reachable;
  }

  /** Whether it holds another loop. */
  boolean holds(EnteredLoop other) {
    return this != other && natural.blocks().get(other.natural.header());
  }
}
