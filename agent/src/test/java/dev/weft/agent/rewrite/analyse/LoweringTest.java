package dev.weft.agent.rewrite.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.CoroutineKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What becomes of each call of the library. */
class LoweringTest {
  private static final String YIELD =
      "  INVOKESTATIC dev/weft/Coroutines.yield(Ljava/lang/Object;)Ljava/lang/Object;\n";
  private static final String ENSURE =
      "  ALOAD 1\n  INVOKEVIRTUAL dev/weft/runtime/GeneratorFrame.ensureSuspendable()V\n";
  private static final String REQUIRE =
      "  ALOAD 1\n  INVOKESTATIC dev/weft/runtime/GeneratorFrame.requireRunning"
          + "(Ljava/lang/Object;Ldev/weft/runtime/GeneratorFrame;)V\n";
  private static final String ENDED =
      """
        ALOAD 1
        SWAP
        PUTFIELD dev/weft/runtime/GeneratorFrame.transfer Ljava/lang/Object;
        ALOAD 1
        LDC 1342177280
        PUTFIELD dev/weft/runtime/GeneratorFrame.state I
        RETURN
      """;
  private static final String RESULT_OF =
      "  INVOKESTATIC dev/weft/runtime/GeneratorFrame.resultOf(Ljava/lang/Object;)Ljava/lang/Object;\n";

  private static MethodNode lower(boolean generator, String listing) {
    MethodNode method = Listing.method("m()V", listing);
    Set<AbstractInsnNode> suspending = new HashSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && Set.of("yield", "yieldFrom", "sub").contains(call.name)) {
        suspending.add(call);
      }
    }
    new Lowering(generator ? CoroutineKind.GENERATOR : CoroutineKind.SUBROUTINE, method, suspending)
        .lower();
    return method;
  }

  private static String lowered(boolean generator, String listing) {
    return Disassembly.of(lower(generator, listing));
  }

  @Test
  void a_yield_of_a_generator_stays() {
    assertThat(lowered(true, "YIELD")).isEqualTo(YIELD);
  }

  @Test
  void a_yield_of_a_subroutine_checks_first_that_there_is_a_coroutine() {
    assertThat(lowered(false, "YIELD")).isEqualTo(ENSURE + YIELD);
  }

  @Test
  void a_yield_of_nothing_is_one_of_null() {
    assertThat(lowered(true, "INVOKESTATIC dev/weft/Coroutines.yield()Ljava/lang/Object;"))
        .isEqualTo("  ACONST_NULL\n" + YIELD);
  }

  @Test
  void boxing_right_before_a_yield_is_put_off() {
    String box = "INVOKESTATIC java/lang/Long.valueOf(J)Ljava/lang/Long;\n";
    String unboxed = "  INVOKESTATIC dev/weft/Coroutines.yield(J)Ljava/lang/Object;\n";
    assertThat(lowered(true, box + "YIELD")).isEqualTo(unboxed);
    assertThat(lowered(false, box + "LINE 3\nYIELD")).isEqualTo("  LINE 0\n" + ENSURE + unboxed);
  }

  @Test
  void but_not_across_a_jump_and_no_other_call() {
    String box = "INVOKESTATIC java/lang/Long.valueOf(J)Ljava/lang/Long;\n";
    assertThat(lowered(true, box + "FRAME | java/lang/Long\nYIELD"))
        .contains("valueOf")
        .endsWith(YIELD);
    assertThat(lowered(true, "INVOKESTATIC p/A.valueOf(J)Ljava/lang/Long;\nYIELD")).endsWith(YIELD);
    assertThat(lowered(true, "LINE 3\nYIELD")).endsWith(YIELD);
  }

  @Test
  void a_delegation_is_a_call_of_the_runtime() {
    MethodNode method =
        lower(false, "INVOKESTATIC dev/weft/Coroutines.yieldFrom([I)Ljava/lang/Object;");
    assertThat(Disassembly.of(method))
        .isEqualTo(
            """
              ALOAD 1
              INVOKESTATIC dev/weft/runtime/Delegation.yieldFrom([ILdev/weft/runtime/GeneratorFrame;)Ljava/lang/Object;
            """);
  }

  @Test
  void a_subroutine_is_handed_the_coroutine() {
    assertThat(lowered(false, "INVOKESTATIC p/A.sub(I)J"))
        .isEqualTo("  ALOAD 1\n  INVOKESTATIC p/A.sub(ILdev/weft/runtime/GeneratorFrame;)J\n");
  }

  @Test
  void a_yielders_yield_is_one_after_a_check_that_it_is_its_coroutine() {
    MethodNode method =
        lower(
            false, "INVOKEINTERFACE dev/weft/Yielder.yield(Ljava/lang/Object;)Ljava/lang/Object;");
    assertThat(Disassembly.of(method)).isEqualTo("  SWAP\n" + REQUIRE + YIELD);
    assertThat(((MethodInsnNode) method.instructions.getLast()).itf).isFalse();
  }

  @Test
  void its_boxing_is_put_off_too() {
    assertThat(
            lowered(
                true,
                """
                INVOKESTATIC java/lang/Long.valueOf(J)Ljava/lang/Long;
                INVOKEINTERFACE dev/weft/Yielder.yield(Ljava/lang/Object;)Ljava/lang/Object;
                """))
        .isEqualTo(
            "  DUP2_X1\n  POP2\n"
                + REQUIRE
                + "  INVOKESTATIC dev/weft/Coroutines.yield(J)Ljava/lang/Object;\n");
    assertThat(
            lowered(
                true,
                """
                INVOKESTATIC java/lang/Integer.valueOf(I)Ljava/lang/Integer;
                INVOKEINTERFACE dev/weft/Yielder.yield(Ljava/lang/Object;)Ljava/lang/Object;
                """))
        .startsWith("  SWAP\n")
        .endsWith("yield(I)Ljava/lang/Object;\n");
  }

  @Test
  void its_delegation_is_a_call_of_the_runtime() {
    MethodNode method =
        lower(
            true,
            "INVOKESTATIC java/lang/Integer.valueOf(I)Ljava/lang/Integer;\n"
                + "INVOKEINTERFACE dev/weft/Yielder.yieldFrom(Ljava/lang/Iterable;)Ljava/lang/Object;");
    assertThat(Disassembly.of(method))
        .isEqualTo(
            "  INVOKESTATIC java/lang/Integer.valueOf(I)Ljava/lang/Integer;\n  SWAP\n"
                + REQUIRE
                + """
                  ALOAD 1
                  INVOKESTATIC dev/weft/runtime/Delegation.yieldFrom(Ljava/lang/Iterable;Ldev/weft/runtime/GeneratorFrame;)Ljava/lang/Object;
                """);
    assertThat(method.instructions.getLast().getOpcode()).isEqualTo(Opcodes.INVOKESTATIC);
    assertThat(((MethodInsnNode) method.instructions.getLast()).itf).isFalse();
  }

  @Test
  void questions_are_put_to_the_coroutine() {
    assertThat(lowered(false, "INVOKESTATIC dev/weft/Coroutines.isSuspendable()Z"))
        .isEqualTo("  ALOAD 1\n  INVOKEVIRTUAL dev/weft/runtime/GeneratorFrame.isSuspendable()Z\n");
    assertThat(lowered(false, "INVOKESTATIC dev/weft/Coroutines.current()Ldev/weft/Yielder;"))
        .isEqualTo("  ALOAD 1\n");
    String other = "  INVOKESTATIC dev/weft/Coroutines.install()V\n";
    assertThat(lowered(true, other)).isEqualTo(other);
    String ones = "  INVOKESTATIC p/A.current()V\n";
    assertThat(lowered(true, ones)).isEqualTo(ones);
  }

  private static final String DONE =
      "  INVOKESTATIC dev/weft/Coroutines.done(Ljava/lang/Object;)Ldev/weft/Generator;\n";

  @Test
  void a_result_that_is_returned_at_once_is_stored() {
    assertThat(lowered(true, "LDC \"r\"\n" + DONE + "ARETURN")).isEqualTo("  LDC \"r\"\n" + ENDED);
    assertThat(lowered(true, "LDC \"r\"\n" + DONE + "LINE 3\nARETURN"))
        .isEqualTo("  LDC \"r\"\n  LINE 0\n" + ENDED);
  }

  @Test
  void one_that_is_not_is_wrapped() {
    String of =
        "  INVOKESTATIC dev/weft/runtime/Completion.of(Ljava/lang/Object;)Ldev/weft/runtime/Completion;\n";
    assertThat(lowered(true, DONE + "ASTORE 3")).isEqualTo(of + "  ASTORE 3\n");
    assertThat(lowered(true, DONE)).isEqualTo(of);
    assertThat(lowered(true, DONE + "FRAME | dev/weft/Generator\nARETURN"))
        .startsWith(of)
        .endsWith(RESULT_OF + ENDED);
  }

  @Test
  void without_a_result_it_is_null() {
    assertThat(
            lowered(true, "INVOKESTATIC dev/weft/Coroutines.done()Ldev/weft/Generator;\nARETURN"))
        .isEqualTo("  ACONST_NULL\n" + ENDED);
    assertThat(
            lowered(
                true,
                "INVOKESTATIC dev/weft/Coroutines.end()Ljava/lang/Object;\n"
                    + "CHECKCAST java/util/Iterator\nARETURN"))
        .isEqualTo("  ACONST_NULL\n  CHECKCAST java/util/Iterator\n" + ENDED);
  }

  @Test
  void what_else_is_returned_may_be_a_result_or_something_wrong() {
    assertThat(lowered(true, "ALOAD 3\nARETURN")).isEqualTo("  ALOAD 3\n" + RESULT_OF + ENDED);
    assertThat(lowered(true, "ARETURN")).isEqualTo(RESULT_OF + ENDED);
    assertThat(lowered(true, "ACONST_NULL\nFRAME | NULL\nARETURN")).contains("resultOf");
  }

  @Test
  void in_a_subroutine_an_end_means_nothing_and_is_left_to_say_so() {
    assertThat(lowered(false, DONE + "ARETURN")).isEqualTo(DONE + "  ARETURN\n");
  }

  @Test
  void an_instruction_between_is_one_even_if_it_does_nothing() {
    String box = "INVOKESTATIC java/lang/Long.valueOf(J)Ljava/lang/Long;\n";
    assertThat(lowered(true, box + "NOP\nYIELD")).contains("valueOf").endsWith(YIELD);
    assertThat(lowered(true, DONE + "NOP\nARETURN")).contains("Completion.of").contains("resultOf");
    assertThat(lowered(true, "ACONST_NULL\nNOP\nARETURN")).contains("resultOf");
  }
}
