package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.NaturalLoop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides which parts of loops are copied, so that going on at a point does not enter a loop in the
 * middle: a loop with two entries is one that compilers do not optimise.
 *
 * <ol>
 *   <li>{@link NaturalLoop Loops} are found in the original code; {@link EnteredLoop what is left}
 *       of each is found in the woven code, where a yield returns.
 *   <li>Each loop that is one still, and has a point, gets a section for a copy of its body, less
 *       the header. A point goes on in the section of the innermost loop around it.
 *   <li>In the section of a loop, what belongs to the loop's body is reached in the same section.
 *       What does not, the header or code after the loop, is reached in the section of the next
 *       loop around, and at last in the body. So a section is entered by points only, and leads to
 *       the end of the iteration at most.
 *   <li>{@link SectionWalk} finds what is reached. The body loses what is not reached there any
 *       more, such as what follows a yield.
 *   <li>A section that has nothing of what is a loop still is left out.
 * </ol>
 */
final class IterationCopies {
  private IterationCopies() {}

  /**
   * All choices: first no copies, then one more at a time, the smallest first, which are those of
   * inner loops.
   *
   * @param isAllowed whether a loop can be copied
   */
  static List<CodeSections> choices(BlockGraph graph, Predicate<EnteredLoop> isAllowed) {
    BitSet starts = starts(graph);
    List<EnteredLoop> loops = loops(graph, starts, isAllowed);
    List<CodeSections> choices = new ArrayList<>();
    for (int count = 0; count <= loops.size(); count++) {
      choices.add(SectionWalk.of(graph, loops.subList(0, count), starts).sections());
    }
    return choices;
  }

  /** The first block; and those of dead code, which stay where they are, as the verifier asks. */
  private static BitSet starts(BlockGraph graph) {
    BitSet starts = new BitSet();
    starts.set(0);
    BitSet reached = SectionWalk.of(graph, List.of(), starts).contents(CodeSections.BODY);
    starts.set(0, graph.size());
    starts.andNot(reached);
    starts.set(0);
    return starts;
  }

  /** A loop and the blocks of which it is to have copies. */
  private record Copied(EnteredLoop loop, BitSet blocks) {}

  private static List<EnteredLoop> loops(
      BlockGraph graph, BitSet starts, Predicate<EnteredLoop> isAllowed) {
    List<EnteredLoop> loops =
        NaturalLoop.find(graph).stream()
            .map(loop -> EnteredLoop.of(loop, graph))
            .filter(loop -> !loop.cycle().isEmpty() && isAllowed.test(loop))
            .toList();
    if (loops.isEmpty()) {
      return loops;
    }
    SectionWalk walk = SectionWalk.of(graph, loops, starts);
    List<Copied> copied = new ArrayList<>();
    for (int i = 0; i < loops.size(); i++) {
      copied.add(new Copied(loops.get(i), walk.contents(i + 1)));
    }
    return copied.stream()
        .filter(copy -> copy.blocks().intersects(copy.loop().cycle()))
        .sorted(Comparator.comparingInt(copy -> graph.instructions(copy.blocks()).cardinality()))
        .map(Copied::loop)
        .toList();
  }
}
