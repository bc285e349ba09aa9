package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.weaving.Case;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Where a monitor is held. */
@Case({"SY-01", "SY-02"})
class MonitorDepthTest {
  private static boolean isHeld(MethodNode method, int number) {
    int index = method.instructions.indexOf(Listing.at(method, number));
    return MonitorDepth.of(method).isHeld(index);
  }

  @Test
  void between_enter_and_exit() {
    MethodNode method =
        Listing.method("m(Lp/A;)V", "ALOAD 0\nMONITORENTER\nNOP\nALOAD 0\nMONITOREXIT\nRETURN");
    assertThat(isHeld(method, 1)).isFalse();
    assertThat(isHeld(method, 2)).isTrue();
    assertThat(isHeld(method, 4)).isTrue();
    assertThat(isHeld(method, 5)).isFalse();
  }

  @Test
  void one_of_two_is_still_held_after_the_first_exit() {
    MethodNode method =
        Listing.method(
            "m(Lp/A;)V",
            """
            ALOAD 0
            MONITORENTER
            ALOAD 0
            MONITORENTER
            ALOAD 0
            MONITOREXIT
            NOP
            ALOAD 0
            MONITOREXIT
            NOP
            RETURN
            """);
    assertThat(isHeld(method, 6)).isTrue();
    assertThat(isHeld(method, 9)).isFalse();
  }

  @Test
  void everywhere_in_a_synchronized_method() {
    MethodNode method = Listing.method(Opcodes.ACC_SYNCHRONIZED, "m()V", "NOP\nRETURN");
    assertThat(isHeld(method, 0)).isTrue();
    assertThat(isHeld(method, 1)).isTrue();
  }

  /** As javac writes it: the handler of the block covers itself, and exits the monitor. */
  private static final String JAVAC_BLOCK =
      """
        ALOAD 0
        MONITORENTER
      start:
        INVOKESTATIC p/A.a()V
        ALOAD 0
        MONITOREXIT
      end:
        GOTO after
      handler:
        ASTORE 1
        ALOAD 0
        MONITOREXIT
      handled:
        ALOAD 1
        ATHROW
      after:
        NOP
        RETURN
        TRY start end handler *
        TRY handler handled handler *
      """;

  @Test
  void in_the_handler_of_a_block_but_not_after_it() {
    MethodNode method = Listing.method("m(Lp/A;)V", JAVAC_BLOCK);
    assertThat(isHeld(method, 2)).isTrue();
    assertThat(isHeld(method, 5)).isFalse(); // goto
    assertThat(isHeld(method, 7)).isTrue(); // in the handler
    assertThat(isHeld(method, 9)).isFalse(); // aload 1; athrow
    assertThat(isHeld(method, 11)).isFalse();
  }

  @Test
  void a_catch_around_the_block_is_outside_though_its_range_covers_it() {
    MethodNode method =
        Listing.method(
            "m(Lp/A;)V",
            JAVAC_BLOCK
                + """
                outer:
                  POP
                  NOP
                  RETURN
                  TRY start after outer java/lang/Exception
                """);
    assertThat(isHeld(method, 14)).isFalse();
  }

  /** As kotlinc writes it: neither the exits nor the handler are covered by the handler. */
  private static final String KOTLINC_BLOCK =
      """
      try:
        ALOAD 0
        MONITORENTER
      start:
        INVOKESTATIC p/A.a()V
      end:
        ALOAD 0
        MONITOREXIT
        GOTO after
      handler:
        ASTORE 1
        ALOAD 0
        MONITOREXIT
        ALOAD 1
        ATHROW
      after:
        NOP
      tried:
        RETURN
      outer:
        POP
        NOP
        RETURN
        TRY start end handler *
        TRY try tried outer java/lang/Exception
      """;

  @Test
  void a_catch_around_a_block_whose_exits_only_the_catch_covers_is_outside() {
    MethodNode method = Listing.method("m(Lp/A;)V", KOTLINC_BLOCK);
    assertThat(isHeld(method, 2)).isTrue();
    assertThat(isHeld(method, 5)).isFalse(); // goto
    assertThat(isHeld(method, 8)).isTrue(); // monitorexit in the handler
    assertThat(isHeld(method, 10)).isFalse(); // athrow
    assertThat(isHeld(method, 11)).isFalse(); // nop
    assertThat(isHeld(method, 14)).isFalse(); // in the catch
  }

  @Test
  void where_paths_disagree_the_larger_count_holds_and_a_loop_ends() {
    MethodNode method =
        Listing.method(
            "m(Lp/A;)V",
            """
            loop:
              ALOAD 0
              MONITORENTER
              ICONST_0
              IFEQ loop
              RETURN
            """);
    assertThat(isHeld(method, 0)).isTrue();
  }
}
