package dev.weft.agent.rewrite.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.weaving.Case;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodNode;

/** Where control can go. Indexes count labels, too. */
@Case("CF-15")
class ControlFlowTest {
  private static ControlFlow flow(String listing) {
    MethodNode method = Listing.method("m(I)V", listing);
    return ControlFlow.of(method);
  }

  @Test
  void straight_code_falls_through_and_ends() {
    ControlFlow flow = flow("NOP\nRETURN");
    assertThat(flow.size()).isEqualTo(2);
    assertThat(flow.successors(0)).containsExactly(1);
    assertThat(flow.successors(1)).isEmpty();
    assertThat(flow.handlers(0)).isEmpty();
  }

  @Test
  void a_condition_goes_two_ways_a_goto_one() {
    ControlFlow flow =
        flow(
            """
            loop:
              ILOAD 0
              IFEQ end
              GOTO loop
            end:
              RETURN
            """);
    assertThat(flow.successors(2)).containsExactly(3, 4);
    assertThat(flow.successors(3)).containsExactly(0);
  }

  @Test
  void a_switch_goes_to_its_targets_and_its_default() {
    ControlFlow flow =
        flow(
            """
              ILOAD 0
              TABLESWITCH 0 c: a b
            a:
              RETURN
            b:
              RETURN
            c:
              RETURN
            """);
    assertThat(flow.successors(1)).containsExactlyInAnyOrder(2, 4, 6);
  }

  @Test
  void a_throw_goes_to_handlers_only() {
    ControlFlow flow =
        flow(
            """
            start:
              ACONST_NULL
              ATHROW
            end:
            handler:
              ATHROW
              TRY start end handler *
            """);
    assertThat(flow.successors(2)).isEmpty();
    assertThat(flow.handlers(1)).containsExactly(4);
    assertThat(flow.handlers(2)).containsExactly(4);
    assertThat(flow.handlers(5)).isEmpty();
    assertThat(flow.handlers(0)).isEmpty(); // a label throws nothing
  }

  @Case("EX-07")
  @Test
  void handlers_come_in_the_order_of_the_table() {
    ControlFlow flow =
        flow(
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
    assertThat(flow.handlers(1)).containsExactly(6, 4);
    assertThat(flow.reachableHandlers(1)).containsExactly(6, 4);
  }

  @Test
  void nothing_passes_a_catch_of_all() {
    ControlFlow flow =
        flow(
            """
            start:
              NOP
            end:
              RETURN
            one:
              ATHROW
            other:
              ATHROW
              TRY start end other java/lang/Throwable
              TRY start end one java/lang/Exception
            """);
    assertThat(flow.handlers(1)).containsExactly(6, 4);
    assertThat(flow.reachableHandlers(1)).containsExactly(6);
  }
}
