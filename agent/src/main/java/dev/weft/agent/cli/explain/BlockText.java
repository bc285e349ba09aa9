package dev.weft.agent.cli.explain;

import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What is written into the box of a block. */
final class BlockText {
  private static final int LONGEST = 56;
  private static final int MOST_LINES = 8;

  private final Fates fates;
  private final Map<Integer, String> source;

  /**
   * Writes for one method.
   *
   * @param fates what becomes of its variables
   * @param source the lines of its source file by number; none if there is none
   */
  BlockText(Fates fates, Map<Integer, String> source) {
    this.fates = fates;
    this.source = source;
  }

  /** The title: of a suspension point only. */
  static String title(FlowGraph.Block block) {
    return block
        .state()
        .map(state -> "state " + state.number() + "  " + StateTable.what(state))
        .orElse("");
  }

  /** The lines below the title. */
  List<String> lines(FlowGraph.Block block) {
    List<String> lines = new ArrayList<>();
    for (int line : block.lines()) {
      lines.add(shortened(line + "  " + source.getOrDefault(line, calls(block, line)).strip()));
    }
    if (lines.size() > MOST_LINES) {
      int left = lines.size() - MOST_LINES + 1;
      lines.subList(MOST_LINES - 1, lines.size()).clear();
      lines.add("... and " + left + " more lines");
    }
    if (lines.isEmpty()) {
      lines.add("no source line");
    }
    return lines;
  }

  /** The lines at the foot: what is saved at a suspension point, and whether the method ends. */
  List<String> foot(FlowGraph.Block block) {
    List<String> lines = new ArrayList<>();
    if (block.state().isPresent()) {
      MachineState state = block.state().get();
      for (Fate.Verb verb : List.of(Fate.Verb.SAVED, Fate.Verb.KEPT)) {
        String names =
            fates.at(state).stream()
                .filter(fate -> fate.verb() == verb)
                .map(Fate::name)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
          lines.add(shortened(verb.text() + ": " + names));
        }
      }
      if (lines.isEmpty()) {
        lines.add("nothing to save");
      }
    }
    lines.addAll(ending(block));
    return lines;
  }

  private static List<String> ending(FlowGraph.Block block) {
    int last = block.instructions().get(block.instructions().size() - 1).getOpcode();
    if (last == Opcodes.ATHROW) {
      return List.of("throws");
    }
    return last >= Opcodes.IRETURN && last <= Opcodes.RETURN ? List.of("returns") : List.of();
  }

  /** Without source, the names of what a line calls say most. */
  private static String calls(FlowGraph.Block block, int line) {
    List<String> names = new ArrayList<>();
    for (AbstractInsnNode instruction : block.instructions()) {
      if (instruction instanceof MethodInsnNode call && SourceLine.of(call) == line) {
        names.add(call.name.equals("<init>") ? "new" : call.name);
      }
    }
    return String.join(", ", names);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
