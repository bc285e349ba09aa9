package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.CodeSections.Section;
import dev.weft.agent.rewrite.model.Indices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks through the woven code of a body from its start and from all points that go on, where some
 * loops have a section for copies, and finds what each section has to contain. Section n is that of
 * the loop n - 1.
 */
final class SectionWalk {
  private final BlockGraph graph;
  private final List<EnteredLoop> loops;
  private final List<Integer> outer = new ArrayList<>();
  private final List<BitSet> contents = new ArrayList<>();
  private final Map<Integer, Integer> resumptions = new HashMap<>();
  private final Deque<Place> work = new ArrayDeque<>();

  private record Place(int section, int block) {}

  private SectionWalk(BlockGraph graph, List<EnteredLoop> loops) {
    this.graph = graph;
    this.loops = loops;
    contents.add(new BitSet());
    outer.add(CodeSections.BODY);
    for (EnteredLoop loop : loops) {
      contents.add(new BitSet());
      outer.add(innermost(loops.stream().filter(other -> other.holds(loop)).toList()));
    }
  }

  /**
   * Walks.
   *
   * @param starts the blocks at which the body is entered without going on at a point
   */
  static SectionWalk of(BlockGraph graph, List<EnteredLoop> loops, BitSet starts) {
    SectionWalk walk = new SectionWalk(graph, loops);
    walk.reach(CodeSections.BODY, Indices.in(starts));
    walk.walk();
    return walk;
  }

  /** The section of the smallest of some loops; the body if there is none. */
  private int innermost(List<EnteredLoop> around) {
    return around.stream()
        .min(Comparator.comparingInt(loop -> loop.natural().blocks().cardinality()))
        .map(loop -> loops.indexOf(loop) + 1)
        .orElse(CodeSections.BODY);
  }

  private void walk() {
    for (int block = 0; block < graph.size(); block++) {
      if (graph.isPoint(block)) {
        int section = resumption(block);
        resumptions.put(block, section);
        reach(section, graph.resumed(block));
      }
    }
    while (!work.isEmpty()) {
      Place place = work.remove();
      reach(place.section(), graph.successors(place.block()));
    }
  }

  /** Going on belongs to a loop if anything that it leads to does. */
  private int resumption(int block) {
    if (loops.isEmpty()) {
      return CodeSections.BODY;
    }
    int section = innermost(loops.stream().filter(l -> l.natural().blocks().get(block)).toList());
    while (section != CodeSections.BODY && !graph.resumesAt(block, body(section))) {
      section = outer.get(section);
    }
    return section;
  }

  private void reach(int from, int... blocks) {
    for (int block : blocks) {
      int section = target(from, block);
      if (!contents.get(section).get(block)) {
        contents.get(section).set(block);
        work.add(new Place(section, block));
      }
    }
  }

  private int target(int from, int block) {
    int section = from;
    while (section != CodeSections.BODY && !body(section).get(block)) {
      section = outer.get(section);
    }
    return section;
  }

  private BitSet body(int section) {
    return section == CodeSections.BODY ? new BitSet() : loops.get(section - 1).body();
  }

  /** The blocks that a section contains. */
  BitSet contents(int section) {
    return contents.get(section);
  }

  /** All that was found, by instructions. */
  CodeSections sections() {
    List<BitSet> entries = entries();
    List<Section> sections = new ArrayList<>();
    for (int section = 0; section < contents.size(); section++) {
      sections.add(
          new Section(
              graph.instructions(contents.get(section)),
              entries.get(section),
              graph.instructions(body(section)),
              outer.get(section)));
    }
    Map<Integer, Integer> points = new HashMap<>();
    resumptions.forEach((block, section) -> points.put(graph.end(block) - 1, section));
    return new CodeSections(sections, points);
  }

  /**
   * The instructions that are gone on at without being jumped to in the original: after a block
   * whose successor is in another section, and after a call that goes on elsewhere.
   */
  private List<BitSet> entries() {
    List<BitSet> entries = new ArrayList<>();
    contents.forEach(section -> entries.add(new BitSet()));
    for (int section = 0; section < contents.size(); section++) {
      for (int block : Indices.in(contents.get(section))) {
        if (graph.fallsThrough(block) && target(section, block + 1) != section) {
          entries.get(target(section, block + 1)).set(graph.end(block));
        }
      }
    }
    resumptions.forEach((block, section) -> {
      boolean elsewhere = graph.calls(block) && contents.get(section).get(block);
      int target = target(section, block + 1);
      if (elsewhere || target != section) {
        entries.get(target).set(graph.end(block));
      }
    });
    return entries;
  }
}
