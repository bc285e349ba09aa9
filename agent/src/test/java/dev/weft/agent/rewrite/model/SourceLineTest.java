package dev.weft.agent.rewrite.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodNode;

class SourceLineTest {
  @Test
  void the_line_is_that_of_the_nearest_line_above() {
    MethodNode method = Listing.method("m()V", "NOP\nLINE 7\nNOP\nNOP\nLINE 9\nRETURN");
    assertThat(SourceLine.of(Listing.at(method, 0))).isEqualTo(-1);
    assertThat(SourceLine.of(Listing.at(method, 2))).isEqualTo(7);
    assertThat(SourceLine.of(Listing.at(method, 3))).isEqualTo(9);
  }

  @Test
  void no_instruction_has_no_line() {
    assertThat(SourceLine.of(null)).isEqualTo(-1);
  }
}
