package dev.weft.agent.rewrite.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodNode;

/** What is written for stack map frames that meet. */
class CodeWriterTest {
  private final MethodNode out = Listing.method("m()V", "");
  private final CodeWriter code = new CodeWriter(out);

  @Test
  void two_frames_never_stand_at_one_place() {
    MethodNode frames = Listing.method("m()V", "FRAME I\nLINE 3\nFRAME J\nRETURN");
    frames.instructions.forEach(code::copy);
    assertThat(Disassembly.of(out))
        .isEqualTo(
            """
              FRAME I
              NOP
              LINE 0
              FRAME J
              RETURN
            """);
  }

  @Test
  void labels_between_two_frames_are_the_seconds() { // a jump there need not know what the first
    // says
    MethodNode frames = Listing.method("m()V", "FRAME I\ntarget:\nFRAME J\nGOTO target");
    frames.instructions.forEach(code::copy);
    assertThat(Disassembly.of(out))
        .isEqualTo(
            """
              FRAME I
              NOP
            L0:
              FRAME J
              GOTO L0
            """);
  }
}
