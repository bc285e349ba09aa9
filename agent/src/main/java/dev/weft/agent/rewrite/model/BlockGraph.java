package dev.weft.agent.rewrite.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InsnList;

/**
 * The basic blocks of a body, in its order, and where control goes from each.
 *
 * <p>A block ends at a jump, before what is jumped to, and at a point. What happens at a point is
 * told apart: control goes on after a call that does not suspend, and nowhere after a yield, since
 * that returns. Going on after having been suspended is an entry of its own.
 */
public final class BlockGraph {
  private final ControlFlow flow;
  private final @Nullable SuspensionPoint[] points;
  private final BitSet leaders = new BitSet();
  private final List<int[]> successors = new ArrayList<>();
  private final int[] first;
  private final int[] blocks;

  /** Builds the graph of a body, whose control flow is known. */
  public BlockGraph(Body body, ControlFlow flow) {
    InsnList code = body.code().instructions;
    this.flow = flow;
    this.points = new SuspensionPoint[flow.size()];
    for (SuspensionPoint point : body.points()) {
      points[code.indexOf(point.call())] = point;
    }
    findLeaders();
    this.blocks = new int[flow.size()];
    this.first = Indices.in(leaders);
    for (int block = 0; block < first.length; block++) {
      for (int i = first[block]; i < end(block); i++) {
        blocks[i] = block;
      }
    }
    for (int block = 0; block < first.length; block++) {
      successors.add(findSuccessors(block));
    }
  }

  private void findLeaders() {
    leaders.set(0);
    for (int i = 0; i < flow.size(); i++) {
      int[] next = flow.successors(i);
      boolean falls = next.length == 1 && next[0] == i + 1;
      if (!falls || points[i] != null) {
        leaders.set(i + 1);
        add(next, leaders);
      }
      add(flow.handlers(i), leaders);
    }
    leaders.clear(flow.size());
  }

  private int[] findSuccessors(int block) {
    int last = end(block) - 1;
    BitSet next = new BitSet();
    for (int i = first[block]; i < last; i++) {
      add(flow.handlers(i), next);
    }
    if (!yields(last)) {
      add(flow.handlers(last), next);
      add(flow.successors(last), next);
    }
    return blocks(next);
  }

  private static void add(int[] instructions, BitSet all) {
    for (int instruction : instructions) {
      all.set(instruction);
    }
  }

  /** The blocks of some instructions, all of which are the first of theirs. */
  private int[] blocks(BitSet instructions) {
    int[] found = Indices.in(instructions);
    for (int i = 0; i < found.length; i++) {
      found[i] = blocks[found[i]];
    }
    return found;
  }

  /** How many blocks there are. */
  public int size() {
    return first.length;
  }

  /** The index of a block's first instruction. */
  public int first(int block) {
    return first[block];
  }

  /** The index after a block's last instruction. */
  public int end(int block) {
    return block + 1 < first.length ? first[block + 1] : blocks.length;
  }

  /** The instructions of blocks. */
  public BitSet instructions(BitSet blocks) {
    BitSet instructions = new BitSet();
    for (int block : Indices.in(blocks)) {
      instructions.set(first(block), end(block));
    }
    return instructions;
  }

  /** Where control goes from a block without being suspended. */
  public int[] successors(int block) {
    return successors.get(block);
  }

  /** Whether control goes from a block to one of others without being suspended. */
  public boolean leadsTo(int block, BitSet others) {
    return isAnyIn(others, successors(block));
  }

  /** Whether control goes to one of others when the point at the end of a block goes on. */
  public boolean resumesAt(int block, BitSet others) {
    return isAnyIn(others, resumed(block));
  }

  private static boolean isAnyIn(BitSet others, int[] blocks) {
    for (int block : blocks) {
      if (others.get(block)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a block ends with a point. */
  public boolean isPoint(int block) {
    return points[end(block) - 1] != null;
  }

  /** Where control goes when the point at the end of a block goes on; nowhere without a point. */
  public int[] resumed(int block) {
    BitSet resumed = new BitSet();
    if (isPoint(block)) {
      add(flow.successors(end(block) - 1), resumed);
      add(flow.handlers(end(block) - 1), resumed);
    }
    return blocks(resumed);
  }

  /** Whether control can go on from a block to the next one in the order of the code. */
  public boolean fallsThrough(int block) {
    int last = end(block) - 1;
    BitSet next = new BitSet();
    add(flow.successors(last), next);
    return !yields(last) && next.get(last + 1);
  }

  /** Whether a block ends with a call that can suspend, but need not. */
  public boolean calls(int block) {
    return isPoint(block) && !yields(end(block) - 1);
  }

  private boolean yields(int instruction) {
    SuspensionPoint point = points[instruction];
    return point != null && point.yields();
  }
}
