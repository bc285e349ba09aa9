package dev.weft.agent.rewrite.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.analyse.SavedState.Facts;
import dev.weft.agent.rewrite.analyse.SavedState.Resumption;
import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.PointAnalysis;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What may differ from the frame, and what the frame may hold. */
class SavedStateTest {
  private static final String CALL = "INVOKESTATIC p/A.sub()V\n";

  private final Map<AbstractInsnNode, Resumption> points = new HashMap<>();
  private final Map<AbstractInsnNode, Local> early = new HashMap<>();

  private static BitSet of(int... locals) {
    BitSet set = new BitSet();
    for (int local : locals) {
      set.set(local);
    }
    return set;
  }

  private void yieldAt(MethodNode method, int number, int... held) {
    points.put(Listing.at(method, number), new Resumption(true, of(held)));
  }

  private void callAt(MethodNode method, int number, int... held) {
    points.put(Listing.at(method, number), new Resumption(false, of(held)));
  }

  private Facts before(MethodNode method, int number, int... heldAtEntry) {
    SavedState state =
        SavedState.of(method, ControlFlow.of(method), of(heldAtEntry), points, early);
    return state.before(method.instructions.indexOf(Listing.at(method, number)));
  }

  @Test
  void a_store_and_an_increment_change() {
    MethodNode method = Listing.method("m()V", "ICONST_0\nISTORE 1\nIINC 2 1\nRETURN");
    assertThat(before(method, 1).changed()).isEqualTo(of());
    assertThat(before(method, 2).changed()).isEqualTo(of(1));
    assertThat(before(method, 3).changed()).isEqualTo(of(1, 2));
  }

  @Test
  void what_is_saved_when_it_is_assigned_has_not_changed_and_is_held() {
    MethodNode method =
        Listing.method("m()V", "ICONST_0\nISTORE 1\nACONST_NULL\nASTORE 2\nIINC 1 1\nRETURN");
    early.put(Listing.at(method, 1), new Local(1, VerificationType.of(Type.INT_TYPE)));
    early.put(Listing.at(method, 3), new Local(2, VerificationType.of("p/A")));
    assertThat(before(method, 2)).isEqualTo(new Facts(of(), of()));
    assertThat(before(method, 4)).isEqualTo(new Facts(of(), of(PointAnalysis.bit(2, false))));
    assertThat(before(method, 5).changed()).isEqualTo(of(1));
  }

  @Test
  void a_load_does_not() {
    MethodNode method = Listing.method("m(I)V", "ILOAD 0\nPOP\nRETURN");
    assertThat(before(method, 2).changed()).isEqualTo(of());
  }

  @Test
  void a_yield_starts_afresh() {
    MethodNode method =
        Listing.method("m()V", "ICONST_0\nISTORE 1\nACONST_NULL\nYIELD\nPOP\nRETURN");
    yieldAt(method, 3, 7);
    assertThat(before(method, 3, 5)).isEqualTo(new Facts(of(1), of(5)));
    assertThat(before(method, 4, 5)).isEqualTo(new Facts(of(), of(7)));
  }

  @Test
  void a_call_may_not_have_suspended() {
    MethodNode method = Listing.method("m()V", "ICONST_0\nISTORE 1\n" + CALL + "RETURN");
    callAt(method, 2, 7);
    assertThat(before(method, 3, 5)).isEqualTo(new Facts(of(1), of(5, 7)));
  }

  @Test
  void in_a_loop_only_what_the_turn_changes_is_saved_again() {
    MethodNode method =
        Listing.method(
            "m(II)V",
            """
            loop:
              ACONST_NULL
              YIELD
              POP
              IINC 1 1
              GOTO loop
            """);
    yieldAt(method, 1);
    assertThat(before(method, 1).changed()).isEqualTo(of(1)); // and not 0
  }

  @Test
  void what_a_yield_throws_at_its_handler_starts_afresh_too() {
    MethodNode method =
        Listing.method(
            "m()V",
            """
              ICONST_0
              ISTORE 1
              ACONST_NULL
            start:
              YIELD
            end:
              POP
              RETURN
            handler:
              POP
              RETURN
              TRY start end handler *
            """);
    yieldAt(method, 3, 7);
    // The call itself might throw before it suspends, as far as the analysis knows.
    assertThat(before(method, 6, 5)).isEqualTo(new Facts(of(1), of(5, 7)));
  }

  @Test
  void paths_that_join_are_added_up() {
    MethodNode method =
        Listing.method(
            "m(I)V",
            """
              ILOAD 0
              IFEQ join
              ICONST_0
              ISTORE 1
            join:
              RETURN
            """);
    assertThat(before(method, 4).changed()).isEqualTo(of(1));
  }

  @Test
  void of_unreachable_code_nothing_is_said() {
    MethodNode method = Listing.method("m()V", "RETURN\nIINC 1 1\nRETURN");
    assertThat(before(method, 2)).isEqualTo(Facts.NONE);
  }

  @Test
  void the_first_local_is_one_like_the_others() {
    MethodNode method = Listing.method("m()V", "ICONST_0\nISTORE 0\nRETURN");
    assertThat(before(method, 2).changed()).isEqualTo(of(0));
  }
}
