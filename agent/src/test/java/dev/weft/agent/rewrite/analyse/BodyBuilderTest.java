package dev.weft.agent.rewrite.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** How the code of a method becomes that of a body. */
class BodyBuilderTest {
  private static final String FRAME =
      "FRAME dev/weft/runtime/Frame dev/weft/runtime/GeneratorFrame java/lang/Object";

  private static Body build(MethodNode method, CoroutineKind kind) {
    Set<AbstractInsnNode> calls = new HashSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && Set.of("yield", "sub").contains(call.name)) {
        calls.add(call);
      }
    }
    return BodyBuilder.build(
        new CoroutineMethod("p/Type", false, method, calls, kind, method.name));
  }

  private static Body build(String signature, String listing) {
    return build(Listing.method(signature, listing), CoroutineKind.SUBROUTINE);
  }

  @Test
  void its_locals_move_up_by_three_in_code_frames_and_table() {
    Body body =
        build(
            "m(I)V",
            """
            start:
              FRAME I J
              ILOAD 0
              ISTORE 3
              IINC 3 1
              RETURN
            end:
              LOCAL x I start end 3
            """);
    assertThat(Disassembly.of(body.code()))
        .isEqualTo(
            "L0:\n  "
                + FRAME
                + " I J\n  ILOAD 3\n  ISTORE 6\n  IINC 6 1\n  RETURN\nL1:\n  LOCAL x I L0 L1 6\n");
    assertThat(body.code().desc)
        .isEqualTo(
            "(Ldev/weft/runtime/Frame;Ldev/weft/runtime/GeneratorFrame;Ljava/lang/Object;I)V");
    assertThat(body.points()).isEmpty();
  }

  @Test
  void there_is_room_for_what_is_added() {
    MethodNode method = Listing.method("m()V", "RETURN");
    method.maxLocals = 5;
    method.maxStack = 2;
    method.exceptions = List.of("java/io/IOException");
    MethodNode code = build(method, CoroutineKind.SUBROUTINE).code();
    assertThat(code.maxLocals).isEqualTo(8);
    assertThat(code.maxStack).isEqualTo(5);
    assertThat(code.exceptions).containsExactly("java/io/IOException");
  }

  @Test
  void handlers_keep_their_order() {
    Body body =
        build(
            "m()V",
            """
            start:
              NOP
            end:
              RETURN
            first:
              ATHROW
            second:
              ATHROW
              TRY start end first java/io/IOException
              TRY start end second *
            """);
    assertThat(Disassembly.of(body.code()))
        .endsWith("  TRY L0 L1 L2 java/io/IOException\n  TRY L0 L1 L3 *\n");
  }

  @Test
  void a_method_without_a_table_of_variables_has_a_body_without() {
    MethodNode method = Listing.method("m()V", "RETURN");
    method.localVariables = null;
    assertThat(build(method, CoroutineKind.SUBROUTINE).code().localVariables).isEmpty();
  }

  @Test
  void its_points_are_numbered_and_know_their_lines() {
    Body body =
        build(
            "m()V",
            "ACONST_NULL\nYIELD\nLINE 7\nPOP\nINVOKESTATIC p/Type.sub()V\nNOP\nLINE 9\nRETURN");
    List<SuspensionPoint> points = body.points();
    assertThat(points).extracting(SuspensionPoint::number).containsExactly(1, 2);
    assertThat(points).extracting(SuspensionPoint::yields).containsExactly(true, false);
    assertThat(points).extracting(SuspensionPoint::line).containsExactly(-1, 7);
    assertThat(points.get(1).call().desc).isEqualTo("(Ldev/weft/runtime/GeneratorFrame;)V");
  }

  @Test
  void the_source_stays_as_it_is() {
    MethodNode method = Listing.method("m(I)V", "ILOAD 0\nINVOKESTATIC p/Type.sub(I)V\nRETURN");
    String before = Disassembly.of(method);
    build(method, CoroutineKind.SUBROUTINE);
    assertThat(Disassembly.of(method)).isEqualTo(before);
  }

  @Test
  void a_soaked_method_suspends_before_all_else_if_that_is_due() {
    MethodNode method = Listing.method(0, "m(J)V", "RETURN");
    Body body = build(method, CoroutineKind.SOAKED);
    assertThat(Disassembly.of(body.code()))
        .isEqualTo(
            "  ALOAD 1\n"
                + "  INVOKESTATIC dev/weft/runtime/Soak.isDue(Ldev/weft/runtime/GeneratorFrame;)Z\n"
                + "  IFEQ L0\n"
                + "  ACONST_NULL\n"
                + "  ALOAD 1\n"
                + "  INVOKEVIRTUAL dev/weft/runtime/GeneratorFrame.ensureSuspendable()V\n"
                + "  INVOKESTATIC dev/weft/Coroutines.yield(Ljava/lang/Object;)Ljava/lang/Object;\n"
                + "  POP\nL0:\n  "
                + FRAME
                + " p/Type J\n  NOP\n  RETURN\n");
    assertThat(body.points()).hasSize(1);
    assertThat(body.points().get(0).yields()).isTrue();
  }

  @Test
  void one_that_holds_its_monitor_does_not() {
    MethodNode method = Listing.method(Opcodes.ACC_SYNCHRONIZED, "m()V", "RETURN");
    assertThat(Disassembly.of(build(method, CoroutineKind.SOAKED).code())).isEqualTo("  RETURN\n");
  }
}
