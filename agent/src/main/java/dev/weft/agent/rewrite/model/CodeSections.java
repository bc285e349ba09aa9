package dev.weft.agent.rewrite.model;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * In which order, and how often, the instructions of a body are written. Section 0 is the body as
 * it is. Each other section is a copy of what is left of an iteration of one loop, and stands
 * outside of that loop: where going on would enter the loop in the middle, it enters the copy.
 *
 * @param sections the sections; within each, instructions are in the order of the body
 * @param resumptions the section in which each point goes on, by the index of its instruction
 */
public record CodeSections(List<Section> sections, Map<Integer, Integer> resumptions) {
  /** The section that holds the body as it is. */
  public static final int BODY = 0;

  /** Copies the collections. */
  public CodeSections {
    sections = List.copyOf(sections);
    resumptions = Map.copyOf(resumptions);
  }

  /**
   * One section. Instructions are told by their indexes in the body, labels, lines and frames
   * included.
   *
   * @param contents the instructions that it has
   * @param entries those of them that the code before another instruction goes on at
   * @param loop the instructions of the loop from which its header can be reached, without the
   *     header; nothing for the body
   * @param outer the section of the next loop around that has one; the body if there is none
   */
  public record Section(BitSet contents, BitSet entries, BitSet loop, int outer) {}

  /** Whether a section has an instruction. */
  public boolean contains(int section, int index) {
    return sections.get(section).contents().get(index);
  }

  /** Whether something other than the instruction before goes on at an instruction, unlabelled. */
  public boolean isEntry(int section, int index) {
    return sections.get(section).entries().get(index);
  }

  /**
   * The section in which an instruction is reached from another section: going on with a loop, or
   * leaving it, leads out of the copy of its body.
   */
  public int target(int from, int index) {
    int section = from;
    while (section != BODY && !sections.get(section).loop().get(index)) {
      section = sections.get(section).outer();
    }
    return section;
  }

  /** Whether a point, told by the index of its instruction, goes on in a section. */
  public boolean isResumedIn(int section, int point) {
    Integer resumption = resumptions.get(point);
    return resumption != null && resumption == section;
  }
}
