package dev.weft.agent.rewrite.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.emit.CodeWriter.Role;
import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.CodeSections.Section;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** How the exception table is cut to what stands for the original's instructions. */
class ExceptionTableTest {
  private static final String ORIGINAL =
      """
      start:
        ICONST_1
        POP
        ICONST_2
        POP
      end:
        RETURN
      handler:
        POP
        RETURN
        TRY start end handler java/lang/Exception
      """;

  private final MethodNode original = Listing.method("m()V", ORIGINAL);
  private final MethodNode out = Listing.method("m()V", "");
  private final CodeWriter code = new CodeWriter(out);

  private final CodeSections sections =
      new CodeSections(
          List.of(new Section(new BitSet(), new BitSet(), new BitSet(), CodeSections.BODY)),
          Map.of());
  private final SectionLabels labels = new SectionLabels(sections, original.instructions);

  private void copy(int from, int to) {
    copy(original, from, to);
  }

  private void copy(MethodNode method, int from, int to) {
    for (int i = from; i < to; i++) {
      code.at(CodeSections.BODY, i);
      code.copy(labels.copy(CodeSections.BODY, method.instructions.get(i)));
    }
  }

  private void cover(MethodNode method) {
    new ExceptionTable(out, code, sections).coverRanges(method, labels);
  }

  private int size() {
    return original.instructions.size();
  }

  @Test
  void code_that_is_only_copied_keeps_its_ranges() {
    copy(0, size());
    cover(original);
    assertThat(Disassembly.of(out)).isEqualTo(Disassembly.of(original));
  }

  @Test
  void what_is_added_stands_outside() {
    copy(0, 3); // label, iconst_1, pop
    code.apart();
    code.nop();
    copy(3, size());
    cover(original);
    assertThat(Disassembly.of(out))
        .isEqualTo(
            """
            L0:
              ICONST_1
              POP
            L1:
              NOP
            L2:
              ICONST_2
              POP
            L3:
              RETURN
            L4:
              POP
              RETURN
              TRY L0 L1 L4 java/lang/Exception
              TRY L2 L3 L4 java/lang/Exception
            """);
  }

  @Test
  void what_stands_for_an_instruction_elsewhere_is_covered_there() {
    copy(0, size());
    code.at(CodeSections.BODY, 1); // as if iconst_1
    code.iconst(5);
    code.apart();
    code.nop();
    cover(original);
    assertThat(Disassembly.of(out))
        .contains("L3:\n  ICONST_5\nL4:\n  NOP\n")
        .endsWith(
            """
              TRY L0 L1 L2 java/lang/Exception
              TRY L3 L4 L2 java/lang/Exception
            """);
  }

  @Test
  void a_range_at_the_very_end_ends_with_the_code() {
    copy(0, size());
    code.at(CodeSections.BODY, 1);
    code.athrow();
    cover(original);
    assertThat(Disassembly.of(out)).contains("L3:\n  ATHROW\nL4:\n  TRY");
  }

  @Test
  void a_range_of_which_nothing_is_left_is_dropped() {
    copy(0, 1);
    copy(6, size());
    cover(original);
    assertThat(out.tryCatchBlocks).isEmpty();
  }

  @Test
  void ranges_keep_their_order() { // the first that matches catches
    MethodNode nested =
        Listing.method(
            "m()V",
            """
            start:
              NOP
            end:
              RETURN
            one:
              ATHROW
            other:
              ATHROW
              TRY start end other java/lang/RuntimeException
              TRY start end one java/lang/Exception
            """);
    copy(nested, 0, nested.instructions.size());
    cover(nested);
    assertThat(out.tryCatchBlocks)
        .extracting(block -> block.type)
        .containsExactly("java/lang/RuntimeException", "java/lang/Exception");
  }

  @Test
  void the_making_of_frames_has_a_handler_of_its_own() {
    copy(0, 2);
    code.as(Role.SAVING);
    code.nop();
    copy(2, size());
    Label failed = new Label();
    code.label(failed);
    cover(original);
    new ExceptionTable(out, code, sections).coverSaving(failed);
    assertThat(out.tryCatchBlocks).hasSize(3);
    assertThat(out.tryCatchBlocks.get(2).type).isNull();
    int start = out.instructions.indexOf(out.tryCatchBlocks.get(2).start);
    assertThat(out.instructions.get(start + 1).getOpcode()).isEqualTo(Opcodes.NOP);
  }
}
