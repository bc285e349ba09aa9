package dev.weft.agent.rewrite.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** How objects that are half made at a yield are made later. Temporaries begin at local 12. */
class UninitialisedObjectsTest {
  private static String rewritten(String listing) {
    return Disassembly.of(rewrite(Listing.method("m()V", listing)));
  }

  private static MethodNode rewrite(MethodNode code) {
    List<SuspensionPoint> points = new ArrayList<>();
    for (AbstractInsnNode instruction : code.instructions) {
      if (instruction instanceof MethodInsnNode call && call.name.equals("yield")) {
        points.add(new SuspensionPoint(points.size() + 1, call, true, -1));
      }
    }
    CoroutineMethod source =
        new CoroutineMethod("p/A", false, code, Set.of(), CoroutineKind.of(code.desc), "m");
    UninitialisedObjects.replace(new Body(source, code, points), List.of());
    return code;
  }

  @Test
  void an_object_that_is_complete_at_the_yield_is_left_alone() {
    String listing =
        """
          NEW p/A
          DUP
          INVOKESPECIAL p/A.<init>()V
          YIELD
          RETURN
        """;
    assertThat(rewritten(listing)).doesNotContain("ACONST_NULL").contains("  NEW p/A\n  DUP\n");
  }

  @Test
  void an_argument_that_yields() {
    assertThat(
            rewritten(
                """
                NEW p/A
                DUP
                ACONST_NULL
                YIELD
                INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
                ARETURN
                """))
        .isEqualTo(
            """
              NEW p/A
              POP
              ACONST_NULL
              DUP
              ACONST_NULL
              INVOKESTATIC dev/weft/Coroutines.yield(Ljava/lang/Object;)Ljava/lang/Object;
              ASTORE 12
              POP
              POP
              NEW p/A
              DUP
              ALOAD 12
              INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
              ARETURN
            """);
  }

  @Test
  void arguments_of_all_sizes_are_parked_and_brought_back_in_order() {
    assertThat(
            rewritten(
                """
                NEW p/A
                DUP
                LCONST_1
                ACONST_NULL
                YIELD
                DCONST_0
                INVOKESPECIAL p/A.<init>(JLjava/lang/Object;D)V
                ARETURN
                """))
        .contains(
            """
              DSTORE 12
              ASTORE 14
              LSTORE 15
              POP
              POP
              NEW p/A
              DUP
              LLOAD 15
              ALOAD 14
              DLOAD 12
              INVOKESPECIAL p/A.<init>(JLjava/lang/Object;D)V
            """);
  }

  @Case("OS-12")
  @Test
  void an_object_that_nobody_keeps() {
    assertThat(
            rewritten(
                """
                NEW p/A
                ACONST_NULL
                YIELD
                INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
                RETURN
                """))
        .endsWith(
            """
              ASTORE 12
              POP
              NEW p/A
              ALOAD 12
              INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
              RETURN
            """);
  }

  @Case("OS-10")
  @Test
  void copies_in_locals_become_the_object_too() {
    assertThat(
            rewritten(
                """
                NEW p/A
                DUP
                ASTORE 1
                ACONST_NULL
                YIELD
                POP
                INVOKESPECIAL p/A.<init>()V
                ALOAD 1
                ARETURN
                """))
        .endsWith(
            """
              POP
              POP
              NEW p/A
              DUP
              INVOKESPECIAL p/A.<init>()V
              ASTORE 12
              ALOAD 12
              ASTORE 1
              ALOAD 1
              ARETURN
            """);
  }

  @Test
  void of_two_nested_objects_each_becomes_its_own() {
    String result =
        rewritten(
            """
            NEW p/A
            DUP
            NEW p/B
            DUP
            ACONST_NULL
            YIELD
            INVOKESPECIAL p/B.<init>(Ljava/lang/Object;)V
            INVOKESPECIAL p/A.<init>(Lp/B;)V
            ARETURN
            """);
    assertThat(result)
        .startsWith("  NEW p/A\n  POP\n  ACONST_NULL\n  DUP\n  NEW p/B\n  POP\n  ACONST_NULL\n")
        .containsSubsequence(
            "INVOKESPECIAL p/B.<init>", "NEW p/A", "ALOAD 12", "INVOKESPECIAL p/A.<init>(Lp/B;)V");
  }

  @Test
  void frames_that_name_the_object_name_null_instead() {
    assertThat(
            rewritten(
                """
                site:
                  NEW p/A
                join:
                  FRAME @site | @site
                  ACONST_NULL
                  YIELD
                  INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
                  RETURN
                """))
        .contains("  FRAME NULL | NULL\n")
        .doesNotContain("@");
  }

  @Test
  void an_object_that_is_parked_in_a_local_alone() {
    assertThat(
            rewritten(
                """
                NEW p/A
                ASTORE 1
                ACONST_NULL
                YIELD
                POP
                ALOAD 1
                INVOKESPECIAL p/A.<init>()V
                ALOAD 1
                ARETURN
                """))
        .startsWith("  NEW p/A\n  POP\n  ACONST_NULL\n  ASTORE 1\n")
        .endsWith(
            """
              ALOAD 1
              POP
              NEW p/A
              DUP
              INVOKESPECIAL p/A.<init>()V
              ASTORE 12
              ALOAD 12
              ASTORE 1
              ALOAD 1
              ARETURN
            """);
  }

  @Test
  void what_lies_between_its_copies_is_brought_back_and_what_lies_below_stays() {
    assertThat(
            rewritten(
                """
                LDC "below"
                NEW p/A
                ASTORE 1
                ALOAD 1
                LDC "middle"
                LCONST_1
                ALOAD 1
                ACONST_NULL
                YIELD
                INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
                RETURN
                """))
        .endsWith(
            """
              ASTORE 12
              POP
              LSTORE 13
              ASTORE 15
              POP
              NEW p/A
              DUP
              ALOAD 12
              INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
              ASTORE 16
              ALOAD 16
              ALOAD 15
              LLOAD 13
              ALOAD 16
              ASTORE 1
              RETURN
            """);
  }

  @Test
  void what_lies_below_one_copy_stays() {
    assertThat(
            rewritten(
                """
                LDC "below"
                NEW p/A
                DUP
                ACONST_NULL
                YIELD
                INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
                ARETURN
                """))
        .endsWith(
            """
              ASTORE 12
              POP
              POP
              NEW p/A
              DUP
              ALOAD 12
              INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
              ARETURN
            """);
  }

  @Test
  void what_lies_below_an_object_that_nobody_keeps_stays() {
    assertThat(
            rewritten(
                """
                LDC "below"
                NEW p/A
                ACONST_NULL
                YIELD
                INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
                ARETURN
                """))
        .endsWith(
            """
              ASTORE 12
              POP
              NEW p/A
              ALOAD 12
              INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
              ARETURN
            """);
  }

  @Test
  void there_is_room_for_the_object_and_what_is_parked() {
    MethodNode code =
        Listing.method(
            "m()V",
            """
            NEW p/A
            ASTORE 1
            ALOAD 1
            ACONST_NULL
            YIELD
            INVOKESPECIAL p/A.<init>(Ljava/lang/Object;)V
            RETURN
            """);
    code.maxLocals = 2;
    code.maxStack = 2; // the object and its argument
    rewrite(code);
    assertThat(code.maxLocals).as("an argument in 2, the object in 3").isEqualTo(4);
    assertThat(code.maxStack).as("the object twice and its argument").isGreaterThanOrEqualTo(3);
  }
}
