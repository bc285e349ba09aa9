package dev.weft.agent.rewrite.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.CodeSections;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodNode;

/** Which jumps in copies are taken out. */
class JumpShortenerTest {
  private static String shortened(int section, String listing) {
    MethodNode out = Listing.method("m(I)V", "");
    CodeWriter code = new CodeWriter(out);
    code.at(section, 0);
    Listing.method("m(I)V", listing).instructions.accept(code);
    code.apart();
    JumpShortener.shorten(out.instructions, code);
    return Disassembly.of(out);
  }

  private static final String TO_NEXT =
      "NOP\nGOTO next\nLINE 1\nnext:\nFRAME I\nILOAD 0\nIFEQ next\nRETURN";

  @Test
  void a_jump_to_what_comes_next_is_nothing() {
    assertThat(shortened(1, TO_NEXT)).doesNotContain("GOTO").contains("NOP\n  LINE 0\nL0:");
  }

  @Test
  void the_body_stays_as_it_is() {
    assertThat(shortened(CodeSections.BODY, TO_NEXT)).contains("GOTO");
  }

  @Test
  void two_frames_or_lines_do_not_meet() {
    String jump = TO_NEXT.substring("NOP\n".length());
    assertThat(shortened(1, "FRAME I\n" + jump)).contains("GOTO");
    assertThat(shortened(1, "NOP\nLINE 7\n" + jump)).contains("GOTO");
  }

  @Test
  void a_branch_over_a_jump_becomes_its_opposite() {
    String listing = "other:\nFRAME I\nILOAD 0\n%s next\nGOTO other\nnext:\nFRAME I\nRETURN";
    assertThat(shortened(1, listing.formatted("IFEQ"))).contains("IFNE L0").doesNotContain("GOTO");
    assertThat(shortened(1, listing.formatted("IFLT"))).contains("IFGE L0");
    assertThat(shortened(1, listing.formatted("IFGE"))).contains("IFLT L0");
    assertThat(shortened(1, listing.formatted("IF_ACMPEQ"))).contains("IF_ACMPNE L0");
    assertThat(shortened(1, listing.formatted("IFNULL"))).contains("IFNONNULL L0");
    assertThat(shortened(1, listing.formatted("IFNONNULL"))).contains("IFNULL L0");
  }
}
