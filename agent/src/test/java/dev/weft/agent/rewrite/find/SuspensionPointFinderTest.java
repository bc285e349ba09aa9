package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.weaving.Case;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Which calls can suspend. */
class SuspensionPointFinderTest {
  private final ClassIndex index =
      new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED);
  private final SuspensionPointFinder points = new SuspensionPointFinder(index);

  private List<Integer> find(String listing) {
    MethodNode method = Listing.method("m()V", listing);
    return points.find(method).stream().map(method.instructions::indexOf).toList();
  }

  private void declare(String owner, String name, String descriptor) {
    ClassInfo.Method method = new ClassInfo.Method(name, descriptor, Opcodes.ACC_PUBLIC, true);
    index.add(new ClassInfo(owner, 0, "java/lang/Object", List.of(), List.of(method)));
  }

  @Test
  void yields_and_delegations_of_the_library() {
    assertThat(
            find(
                """
                INVOKESTATIC dev/weft/Coroutines.yield()Ljava/lang/Object;
                YIELD
                INVOKESTATIC dev/weft/Coroutines.yieldFrom([I)Ljava/lang/Object;
                INVOKEINTERFACE dev/weft/Yielder.yield(Ljava/lang/Object;)Ljava/lang/Object;
                INVOKEINTERFACE dev/weft/Yielder.yieldFrom(Ljava/lang/Iterable;)Ljava/lang/Object;
                RETURN
                """))
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Case("XC-03")
  @Test
  void not_its_other_calls() {
    assertThat(
            find(
                """
                INVOKESTATIC dev/weft/Coroutines.done()Ldev/weft/Generator;
                INVOKESTATIC dev/weft/Coroutines.end()Ljava/lang/Object;
                INVOKESTATIC dev/weft/Coroutines.isSuspendable()Z
                INVOKEINTERFACE dev/weft/Generator.next()Ljava/lang/Object;
                INVOKESTATIC p/A.yield()V
                RETURN
                """))
        .isEmpty();
  }

  @Test
  void calls_of_subroutines_but_not_of_generator_methods() {
    declare("p/A", "sub", "()V");
    declare("p/B", "items", "()Ljava/util/Iterator;");
    assertThat(
            find(
                """
                INVOKESTATIC p/A.sub()V
                INVOKESTATIC p/B.items()Ljava/util/Iterator;
                INVOKESTATIC p/A.sub(I)V
                INVOKESTATIC p/C.sub()V
                RETURN
                """))
        .containsExactly(0);
  }

  @Test
  void a_call_that_holds_a_monitor_stays_a_plain_one() {
    declare("p/A", "sub", "()V");
    assertThat(
            find(
                """
                ALOAD 0
                MONITORENTER
                INVOKESTATIC p/A.sub()V
                ALOAD 0
                MONITOREXIT
                INVOKESTATIC p/A.sub()V
                RETURN
                """))
        .containsExactly(5);
  }

  @Test
  void a_yield_that_holds_a_monitor_is_told_apart() {
    MethodNode method =
        Listing.method(
            "m()V", "ALOAD 0\nMONITORENTER\nYIELD\nPOP\nALOAD 0\nMONITOREXIT\nYIELD\nPOP\nRETURN");
    assertThat(points.find(method)).containsExactly(Listing.at(method, 6));
    assertThat(points.inMonitor(method)).containsExactly(Listing.at(method, 2));
    assertThat(SuspensionPointFinder.directYields(method)).hasSize(2);
  }
}
