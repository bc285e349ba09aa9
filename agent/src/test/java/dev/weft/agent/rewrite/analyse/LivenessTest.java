package dev.weft.agent.rewrite.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.weaving.Case;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Which locals may still be read. */
@Case("XC-11")
class LivenessTest {
  /** The locals that are live before an instruction, counted without labels. */
  private static BitSet live(MethodNode method, int number, List<LocalVariableNode> scopes) {
    Liveness liveness = Liveness.of(method, ControlFlow.of(method), scopes);
    return liveness.before(method.instructions.indexOf(Listing.at(method, number)));
  }

  private static BitSet live(MethodNode method, int number) {
    return live(method, number, List.of());
  }

  private static BitSet of(int... locals) {
    BitSet set = new BitSet();
    for (int local : locals) {
      set.set(local);
    }
    return set;
  }

  @Test
  void a_local_lives_from_its_store_to_its_last_load() {
    MethodNode method =
        Listing.method(
            "m()V",
            """
            ICONST_0
            ISTORE 1
            NOP
            ILOAD 1
            ISTORE 2
            RETURN
            """);
    assertThat(live(method, 1)).isEqualTo(of());
    assertThat(live(method, 2)).isEqualTo(of(1));
    assertThat(live(method, 3)).isEqualTo(of(1));
    assertThat(live(method, 4)).isEqualTo(of());
    assertThat(live(method, 5)).isEqualTo(of());
  }

  @Test
  void an_increment_reads() {
    MethodNode method = Listing.method("m(I)V", "NOP\nIINC 0 1\nRETURN");
    assertThat(live(method, 0)).isEqualTo(of(0));
    assertThat(live(method, 2)).isEqualTo(of());
  }

  @Test
  void a_loop_keeps_what_its_next_turn_reads() {
    MethodNode method =
        Listing.method(
            "m(II)V",
            """
            loop:
              ILOAD 0
              IFEQ end
              ILOAD 1
              ISTORE 2
              NOP
              GOTO loop
            end:
              RETURN
            """);
    assertThat(live(method, 4)).isEqualTo(of(0, 1));
    assertThat(live(method, 6)).isEqualTo(of());
  }

  @Test
  void what_either_branch_reads_is_live() {
    MethodNode method =
        Listing.method(
            "m(III)I",
            """
              ILOAD 0
              IFEQ else
              ILOAD 1
              IRETURN
            else:
              ILOAD 2
              IRETURN
            """);
    assertThat(live(method, 0)).isEqualTo(of(0, 1, 2));
    assertThat(live(method, 2)).isEqualTo(of(1));
    assertThat(live(method, 4)).isEqualTo(of(2));
  }

  @Case("LO-21")
  @Test
  void a_store_that_an_exception_may_skip_does_not_kill() {
    MethodNode method =
        Listing.method(
            "m(I)I",
            """
              NOP
            start:
              INVOKESTATIC p/A.value()I
              ISTORE 0
            end:
              ILOAD 0
              IRETURN
            handler:
              POP
              ILOAD 0
              IRETURN
              TRY start end handler *
            """);
    assertThat(live(method, 0)).isEqualTo(of(0));
    assertThat(live(method, 1)).isEqualTo(of(0));
    assertThat(live(method, 2)).isEqualTo(of(0));
  }

  @Test
  void a_loop_that_never_ends_is_solved_too() {
    MethodNode method =
        Listing.method(
            "m(I)V",
            """
            loop:
              IINC 0 1
              GOTO loop
            """);
    assertThat(live(method, 0)).isEqualTo(of(0));
    assertThat(live(method, 1)).isEqualTo(of(0));
  }

  @Test
  void for_debugging_a_variable_lives_as_long_as_its_scope() {
    MethodNode method =
        Listing.method(
            "m()V",
            """
              ICONST_0
              ISTORE 3
            start:
              NOP
              NOP
            end:
              RETURN
              LOCAL x I start end 3
            """);
    assertThat(live(method, 2)).isEqualTo(of());
    assertThat(live(method, 2, method.localVariables)).isEqualTo(of(3));
    assertThat(live(method, 3, method.localVariables)).isEqualTo(of(3));
    assertThat(live(method, 4, method.localVariables)).isEqualTo(of());
  }
}
