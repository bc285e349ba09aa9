package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.emit.CodeWriter.Place;
import dev.weft.agent.rewrite.emit.CodeWriter.Role;
import dev.weft.agent.rewrite.model.CodeSections;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
  private final List<Place> places = new ArrayList<>();

  /** Makes the table of a body all of whose code has been written. */
  ExceptionTable(MethodNode out, CodeWriter code) {
    this.out = out;
    this.code = code;
    for (AbstractInsnNode instruction : out.instructions) {
      if (instruction.getOpcode() >= 0) {
        instructions.add(instruction);
        places.add(code.placeOf(instruction));
      }
    }
  }

  /**
   * Covers what the original covers.
   *
   * @param original the original code
   */
  void coverRanges(MethodNode original, CodeSections sections, SectionLabels labels) {
    InsnList list = original.instructions;
    for (TryCatchBlockNode block : original.tryCatchBlocks) {
      int start = list.indexOf(block.start);
      int end = list.indexOf(block.end);
      for (int section = 0; section < sections.sections().size(); section++) {
        int here = section;
        cover(
            place ->
                place.role() == Role.ORIGINAL
                    && place.section() == here
                    && start <= place.index()
                    && place.index() < end,
            labels.target(section, block.handler),
            block.type);
      }
    }
  }

  /** Covers the making of frames. */
  void coverSaving(Label handler) {
    cover(place -> place.role() == Role.SAVING, new LabelNode(handler), null);
  }

  /** Covers what stands at some places, with a range for all that are neighbours. */
  private void cover(Predicate<Place> isCovered, LabelNode handler, @Nullable String type) {
    LabelNode start = null;
    for (int i = 0; i < instructions.size(); i++) {
      AbstractInsnNode instruction = instructions.get(i);
      boolean covered = isCovered.test(places.get(i));
      if (covered && start == null) {
        start = code.labelBefore(instruction);
      } else if (!covered && start != null) {
        cover(start, code.labelBefore(instruction), handler, type);
        start = null;
      }
    }
    if (start != null) {
      cover(start, code.labelAtEnd(), handler, type);
    }
  }

  private void cover(LabelNode start, LabelNode end, LabelNode handler, @Nullable String type) {
    out.visitTryCatchBlock(start.getLabel(), end.getLabel(), handler.getLabel(), type);
  }
}
