package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.emit.CodeWriter.Place;
import dev.weft.agent.rewrite.emit.CodeWriter.Role;
import dev.weft.agent.rewrite.model.CodeSections;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Writes the exception table of a woven body (JVMS 4.7.3): for each range of the original, in its
 * order, ranges of whatever stands for instructions in it. What weaving added stands outside of the
 * user's handlers, wherever it is put. Each section has its own ranges, since each may have its own
 * handler.
 */
final class ExceptionTable {
  private final MethodNode out;
  private final CodeWriter code;
  private final List<AbstractInsnNode> instructions = new ArrayList<>();
  private final List<NavigableMap<Integer, List<Integer>>> originals = new ArrayList<>();
  private final BitSet saving = new BitSet();

  /** Makes the table of a body all of whose code has been written. */
  ExceptionTable(MethodNode out, CodeWriter code, CodeSections sections) {
    this.out = out;
    this.code = code;
    sections.sections().forEach(section -> originals.add(new TreeMap<>()));
    for (AbstractInsnNode instruction : out.instructions) {
      if (instruction.getOpcode() >= 0) {
        add(instruction, code.placeOf(instruction));
      }
    }
  }

  private void add(AbstractInsnNode instruction, Place place) {
    int written = instructions.size();
    instructions.add(instruction);
    if (place.role() == Role.SAVING) {
      saving.set(written);
    } else if (place.role() == Role.ORIGINAL) {
      originals
          .get(place.section())
          .computeIfAbsent(place.index(), index -> new ArrayList<>(1))
          .add(written);
    }
  }

  /**
   * Covers what the original covers.
   *
   * @param original the original code
   * @param labels where the handlers are
   */
  void coverRanges(MethodNode original, SectionLabels labels) {
    InsnList list = original.instructions;
    for (TryCatchBlockNode block : original.tryCatchBlocks) {
      for (int section = 0; section < originals.size(); section++) {
        BitSet covered = new BitSet();
        originals
            .get(section)
            .subMap(list.indexOf(block.start), list.indexOf(block.end))
            .values()
            .forEach(written -> written.forEach(covered::set));
        cover(covered, labels.target(section, block.handler), block.type);
      }
    }
  }

  /** Covers the making of frames. */
  void coverSaving(Label handler) {
    cover(saving, new LabelNode(handler), null);
  }

  /** Covers some instructions, with a range for all that are neighbours. */
  private void cover(BitSet covered, LabelNode handler, @Nullable String type) {
    int end;
    for (int start = covered.nextSetBit(0); start >= 0; start = covered.nextSetBit(end)) {
      end = covered.nextClearBit(start);
      LabelNode from = code.labelBefore(instructions.get(start));
      LabelNode to =
          end < instructions.size() ? code.labelBefore(instructions.get(end)) : code.labelAtEnd();
      out.visitTryCatchBlock(from.getLabel(), to.getLabel(), handler.getLabel(), type);
    }
  }
}
