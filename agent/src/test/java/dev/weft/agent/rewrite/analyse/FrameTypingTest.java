package dev.weft.agent.rewrite.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.VerificationType;
import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.util.Printer;

/** The types before each instruction, as one reads them along the code. */
@Case({"CF-15", "XC-11"})
class FrameTypingTest {
  private static List<String> typesOf(String listing, Local... entry) {
    MethodNode method = Listing.method("m()V", listing);
    List<String> lines = new ArrayList<>();
    FrameTyping.walk(
        method,
        List.of(entry),
        (instruction, before) ->
            lines.add(Printer.OPCODES[instruction.getOpcode()] + ":" + text(before)));
    return lines;
  }

  private static String text(Frame<VerificationType> frame) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < frame.getLocals(); i++) {
      if (!frame.getLocal(i).isTop()) {
        text.append(' ').append(i).append('=').append(name(frame.getLocal(i)));
      }
    }
    text.append(" |");
    for (int i = 0; i < frame.getStackSize(); i++) {
      text.append(' ').append(name(frame.getStack(i)));
    }
    return text.toString();
  }

  private static String name(VerificationType type) {
    if (type.isUninitialised()) {
      return type.site() == null ? "THIS" : "NEW";
    }
    return type.isNull() ? "NULL" : type.item() instanceof String name ? name : "" + type.sort();
  }

  @Test
  void constants_and_stores() {
    assertThat(
            typesOf(
                """
                ACONST_NULL
                ASTORE 0
                LCONST_0
                LSTORE 1
                LDC "text"
                ASTORE 3
                RETURN
                """))
        .containsExactly(
            "ACONST_NULL: |",
            "ASTORE: | NULL",
            "LCONST_0: 0=NULL |",
            "LSTORE: 0=NULL | J",
            "LDC: 0=NULL 1=J |",
            "ASTORE: 0=NULL 1=J | java/lang/String",
            "RETURN: 0=NULL 1=J 3=java/lang/String |");
  }

  @Test
  void the_entry_is_given() {
    assertThat(
            typesOf(
                """
                LLOAD 1
                L2I
                IRETURN
                """,
                new Local(0, VerificationType.of("p/Type")),
                new Local(1, VerificationType.LONG)))
        .containsExactly(
            "LLOAD: 0=p/Type 1=J |", "L2I: 0=p/Type 1=J | J", "IRETURN: 0=p/Type 1=J | I");
  }

  @Test
  void a_store_into_the_second_half_of_a_long_spoils_it() {
    assertThat(
            typesOf(
                """
                LCONST_0
                LSTORE 0
                ICONST_0
                ISTORE 1
                RETURN
                """))
        .last()
        .isEqualTo("RETURN: 1=I |");
  }

  @Test
  void frames_say_what_is_there_and_nothing_is_merged() {
    assertThat(
            typesOf(
                """
                  ICONST_0
                  IFEQ else
                  LDC "a"
                  GOTO join
                else:
                  FRAME
                  ACONST_NULL
                join:
                  FRAME | java/lang/CharSequence
                  ARETURN
                """))
        .containsExactly(
            "ICONST_0: |",
            "IFEQ: | I",
            "LDC: |",
            "GOTO: | java/lang/String",
            "ACONST_NULL: |",
            "ARETURN: | java/lang/CharSequence");
  }

  @Test
  void code_after_a_jump_is_unreachable_up_to_the_next_frame() {
    assertThat(
            typesOf(
                """
                  GOTO end
                  NOP
                  ATHROW
                end:
                  FRAME I
                  RETURN
                """))
        .containsExactly("GOTO: |", "RETURN: 0=I |");
  }

  @Test
  void a_new_object_is_uninitialised_wherever_it_is_until_its_constructor_ran() {
    assertThat(
            typesOf(
                """
                NEW p/A
                DUP
                ASTORE 0
                DUP
                NEW p/A
                POP
                INVOKESPECIAL p/A.<init>()V
                ARETURN
                """))
        .containsExactly(
            "NEW: |",
            "DUP: | NEW",
            "ASTORE: | NEW NEW",
            "DUP: 0=NEW | NEW",
            "NEW: 0=NEW | NEW NEW",
            "POP: 0=NEW | NEW NEW NEW",
            "INVOKESPECIAL: 0=NEW | NEW NEW",
            "ARETURN: 0=p/A | p/A");
  }

  @Test
  void another_object_of_that_class_stays_uninitialised() {
    assertThat(
            typesOf(
                """
                NEW p/A
                NEW p/A
                INVOKESPECIAL p/A.<init>()V
                ARETURN
                """))
        .last()
        .isEqualTo("ARETURN: | NEW");
  }

  @Test
  void a_frame_names_the_object_by_the_label_of_its_new() {
    assertThat(
            typesOf(
                """
                site:
                  NEW p/A
                join:
                  FRAME | @site
                  DUP
                  INVOKESPECIAL p/A.<init>()V
                  ARETURN
                """))
        .containsExactly("NEW: |", "DUP: | NEW", "INVOKESPECIAL: | NEW NEW", "ARETURN: | p/A");
  }

  @Test
  void arrays_know_their_elements() {
    assertThat(
            typesOf(
                """
                ICONST_1
                ANEWARRAY [I
                ICONST_0
                AALOAD
                ICONST_0
                IALOAD
                IRETURN
                """))
        .containsExactly(
            "ICONST_1: |",
            "ANEWARRAY: | I",
            "ICONST_0: | [[I",
            "AALOAD: | [[I I",
            "ICONST_0: | [I",
            "IALOAD: | [I I",
            "IRETURN: | I");
  }

  @Test
  void broken_code_is_an_error_that_says_where() {
    assertThatThrownBy(() -> typesOf("ICONST_0\nIADD\nRETURN"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("instruction 1 of m");
  }

  @Test
  void types_are_never_merged() {
    TypeInterpreter interpreter = new TypeInterpreter();
    assertThatThrownBy(() -> interpreter.merge(VerificationType.INT, VerificationType.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(VerificationType.of(Opcodes.TOP)).isEqualTo(VerificationType.TOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"IRETURN", "LRETURN", "FRETURN", "DRETURN", "ARETURN", "RETURN", "ATHROW"})
  void so_is_code_after_a_return_or_a_throw(String end) {
    assertThat(typesOf("LCONST_0\nLCONST_0\n" + end + "\nNOP")).hasSize(3);
  }

  @Test
  void so_is_code_after_a_switch() {
    assertThat(typesOf("ICONST_0\nTABLESWITCH 0 end: end\nNOP\nend:\nFRAME\nRETURN"))
        .containsExactly("ICONST_0: |", "TABLESWITCH: | I", "RETURN: |");
  }

  @Test
  void what_does_nothing_is_shown_too() {
    assertThat(typesOf("NOP\nRETURN")).containsExactly("NOP: |", "RETURN: |");
  }

  @Test
  void a_long_in_a_frame_takes_two_locals() {
    assertThat(typesOf("FRAME J I D F\nRETURN")).containsExactly("RETURN: 0=J 2=I 3=D 5=F |");
  }
}
