package dev.weft.agent.rewrite.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Where closing a generator would run code. */
class PendingCleanupsTest {
  private static final String PLAIN_HANDLER = "handler:\nATHROW\n";

  private static final String CLOSING_HANDLER =
      """
      handler:
        ASTORE 1
        ALOAD 0
        INVOKEVIRTUAL p/Resource.close()V
        GOTO closed
      failed:
        ASTORE 2
        ALOAD 1
        ALOAD 2
        INVOKEVIRTUAL java/lang/Throwable.addSuppressed(Ljava/lang/Throwable;)V
      closed:
        ALOAD 1
        ATHROW
      """;

  /** Three yields, the second of them in a try. */
  private static String numbers(String handler, String caught) {
    return numbersOf(
        "YIELD\nPOP\nstart:\nYIELD\nPOP\nend:\nYIELD\nPOP\nACONST_NULL\nARETURN\n"
            + handler
            + "TRY start end handler "
            + caught);
  }

  private static String numbersOf(String listing) {
    MethodNode method = Listing.method("m()Ldev/weft/Generator;", listing);
    List<SuspensionPoint> points = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && call.name.equals("yield")) {
        points.add(new SuspensionPoint(points.size() + 1, call, true, -1));
      }
    }
    CoroutineMethod source =
        new CoroutineMethod("p/Type", false, method, Set.of(), CoroutineKind.GENERATOR, "m");
    return PendingCleanups.numbers(new Body(source, method, points));
  }

  @Test
  void in_a_try_with_a_finally_block() {
    assertThat(numbers(PLAIN_HANDLER, "*")).isEqualTo("2");
  }

  @Test
  void in_a_try_that_handles_the_exit() {
    assertThat(numbers(PLAIN_HANDLER, "dev/weft/GeneratorExit")).isEqualTo("2");
  }

  @Test
  void in_a_try_with_a_resource() {
    assertThat(numbers(CLOSING_HANDLER, "java/lang/Throwable")).isEqualTo("2");
  }

  @Test
  void not_where_something_else_is_caught() {
    assertThat(numbers(PLAIN_HANDLER, "java/lang/Throwable")).isEmpty();
    assertThat(numbers(PLAIN_HANDLER, "java/lang/IllegalStateException")).isEmpty();
  }

  @Test
  void not_because_of_what_follows_the_handler() {
    assertThat(numbers(PLAIN_HANDLER + CLOSING_HANDLER.replace("handler:", ""), "p/Caught"))
        .isEmpty();
  }

  @Test
  void of_tries_in_each_other_any_one_counts() {
    assertThat(
            numbersOf(
                """
                  outer:
                    YIELD
                    POP
                  inner:
                    YIELD
                    POP
                  end:
                    ACONST_NULL
                    ARETURN
                  handler:
                    ATHROW
                  TRY inner end handler p/Caught
                  TRY outer end handler *
                """))
        .isEqualTo("1,2");
  }
}
