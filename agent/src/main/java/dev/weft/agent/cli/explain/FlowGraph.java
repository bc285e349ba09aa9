package dev.weft.agent.cli.explain;

import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.SourceLine;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * The basic blocks of a method as its source has it, each suspension point in a block of its own,
 * together with what else its line does.
 *
 * @param blocks the blocks that can be reached, in the order of the code
 * @param edges where control goes from each
 */
record FlowGraph(List<Block> blocks, Set<Edge> edges) {
  /** Copies the collections. */
  FlowGraph {
    blocks = List.copyOf(blocks);
    edges = new LinkedHashSet<>(edges);
  }

  /**
   * Instructions that run one after the other.
   *
   * @param instructions those that do something
   * @param state the state in which the method is suspended here, if it is
   */
  record Block(List<AbstractInsnNode> instructions, Optional<MachineState> state) {
    /** The source lines, each once, in order. */
    List<Integer> lines() {
      return instructions.stream()
          .map(SourceLine::of)
          .filter(line -> line >= 0)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /**
   * That control can go from a block to another.
   *
   * @param from the index of the one
   * @param to the index of the other
   * @param thrown whether only what is thrown goes there
   */
  record Edge(int from, int to, boolean thrown) {}

  /** Divides the code of a method. */
  static FlowGraph of(StateMachinePlan plan) {
    return new Builder(plan).build();
  }

  /** Divides code at jumps, at their targets, and around suspension points. */
  private static final class Builder {
    private final InsnList code;
    private final ControlFlow flow;
    private final Map<AbstractInsnNode, MachineState> states = new HashMap<>();
    private final BitSet leaders = new BitSet();
    private final BitSet reached = new BitSet();

    Builder(StateMachinePlan plan) {
      MethodNode method = plan.body().code();
      this.code = method.instructions;
      this.flow = ControlFlow.of(method);
      plan.states().forEach(state -> states.put(state.point().call(), state));
    }

    FlowGraph build() {
      int entry = real(0);
      leaders.set(entry);
      reach(entry);
      reached.stream().forEach(this::addLeaders);
      reached.stream().filter(this::suspends).forEach(this::isolate);
      List<List<AbstractInsnNode>> blocks = new ArrayList<>();
      int[] blockOf = new int[code.size()];
      reached.stream()
          .forEach(at -> {
            if (leaders.get(at)) {
              blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(code.get(at));
            blockOf[at] = blocks.size() - 1;
          });
      return new FlowGraph(blocks.stream().map(this::block).toList(), edges(blockOf));
    }

    private Block block(List<AbstractInsnNode> instructions) {
      Optional<MachineState> state =
          instructions.stream().filter(states::containsKey).findFirst().map(states::get);
      return new Block(instructions, state);
    }

    private boolean suspends(int at) {
      return states.containsKey(code.get(at));
    }

    /** Makes a block of a suspension point and what is done before and after it in its line. */
    private void isolate(int point) {
      int line = SourceLine.of(code.get(point));
      int first = point;
      for (int at = point; !leaders.get(at); first = at) {
        at = reached.previousSetBit(at - 1);
        if (suspends(at) || SourceLine.of(code.get(at)) != line) {
          break;
        }
      }
      leaders.set(first);
      int next = reached.nextSetBit(point + 1);
      while (next >= 0 && !leaders.get(next)) {
        if (suspends(next) || SourceLine.of(code.get(next)) != line) {
          leaders.set(next);
        } else {
          next = reached.nextSetBit(next + 1);
        }
      }
    }

    /** The next instruction, from an index on, that does something. */
    private int real(int index) {
      int at = index;
      while (at < code.size() - 1 && code.get(at).getOpcode() < 0) {
        at++;
      }
      return at;
    }

    private int[] successors(int at) {
      return IntStream.of(flow.successors(at)).map(this::real).distinct().toArray();
    }

    private int[] handlers(int at) {
      return IntStream.of(flow.reachableHandlers(at)).map(this::real).distinct().toArray();
    }

    private void reach(int entry) {
      Deque<Integer> open = new ArrayDeque<>(List.of(entry));
      while (!open.isEmpty()) {
        int at = open.pop();
        if (!reached.get(at)) {
          reached.set(at);
          IntStream.concat(IntStream.of(successors(at)), IntStream.of(handlers(at)))
              .forEach(open::push);
        }
      }
    }

    private void addLeaders(int at) {
      int[] next = successors(at);
      boolean ends = next.length != 1 || next[0] != real(Math.min(at + 1, code.size() - 1));
      if (ends) {
        IntStream.of(next).forEach(leaders::set);
        int following = reached.nextSetBit(at + 1);
        if (following >= 0) {
          leaders.set(following);
        }
      }
      IntStream.of(handlers(at)).forEach(leaders::set);
    }

    private Set<Edge> edges(int[] blockOf) {
      Set<Edge> edges = new LinkedHashSet<>();
      reached.stream()
          .forEach(at -> {
            for (int next : successors(at)) {
              if (leaders.get(next)) {
                edges.add(new Edge(blockOf[at], blockOf[next], false));
              }
            }
            for (int handler : handlers(at)) {
              if (blockOf[at] != blockOf[handler]) { // else a finally block that covers itself
                edges.add(new Edge(blockOf[at], blockOf[handler], true));
              }
            }
          });
      return edges;
    }
  }
}
