package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Which delegations need no generator, and what becomes of them. */
class DirectDelegationsTest {
  private static final String YIELD_FROM =
      "INVOKESTATIC dev/weft/Coroutines.yieldFrom(Ldev/weft/Generator;)Ljava/lang/Object;\nPOP\n";
  private static final String END = "ACONST_NULL\nARETURN";
  private static final String CALL = "INVOKESTATIC p/Type.items(I)Ldev/weft/Generator;\n";
  private static final String DIRECT = "  INVOKESTATIC p/Type.items(I)Ljava/lang/Object;\n";

  private final ClassNode type = new ClassNode();

  DirectDelegationsTest() {
    type.name = "p/Type";
  }

  private MethodNode coroutine(int access, String signature, String listing) {
    MethodNode method = Listing.method(access, signature, listing);
    method.visibleAnnotations =
        new ArrayList<>(List.of(new AnnotationNode("Ldev/weft/Coroutine;")));
    type.methods.add(method);
    return method;
  }

  private MethodNode items(int access, String listing) {
    return coroutine(access, "items(I)Ldev/weft/Generator;", listing);
  }

  private MethodNode delegating(String call) {
    String listing = "ILOAD 0\n" + call + YIELD_FROM + END;
    return coroutine(Opcodes.ACC_STATIC, "all(I)Ldev/weft/Generator;", listing);
  }

  private boolean isDirect(MethodNode method) {
    Set<MethodNode> delegates = DirectDelegations.replace(type);
    boolean direct = !Disassembly.of(method).contains("yieldFrom");
    assertThat(delegates).hasSize(direct ? 1 : 0);
    return direct;
  }

  @Test
  void the_call_and_the_delegation_become_a_call_of_a_copy() {
    items(Opcodes.ACC_STATIC, END);
    MethodNode all = delegating(CALL);
    Set<MethodNode> delegates = DirectDelegations.replace(type);
    assertThat(Disassembly.of(all)).contains(DIRECT).doesNotContain("yieldFrom");
    assertThat(delegates)
        .singleElement()
        .satisfies(copy -> {
          assertThat(type.methods).contains(copy);
          assertThat(copy.name + copy.desc).isEqualTo("items(I)Ljava/lang/Object;");
          assertThat(copy.access)
              .isEqualTo(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC);
          assertThat(Disassembly.of(copy)).isEqualTo("  ACONST_NULL\n  ARETURN\n");
        });
  }

  @Test
  void the_copies_have_the_order_of_the_calls_each_time() {
    StringBuilder calls = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String name = "items" + i;
      names.add(name);
      coroutine(Opcodes.ACC_STATIC, name + "(I)Ldev/weft/Generator;", END);
      calls.append("ILOAD 0\n").append(CALL.replace("items", name)).append(YIELD_FROM);
    }
    coroutine(Opcodes.ACC_STATIC, "all(I)Ldev/weft/Generator;", calls + END);
    assertThat(DirectDelegations.replace(type)).extracting(m -> m.name).isEqualTo(names);
    assertThat(type.methods.subList(11, 21)).extracting(m -> m.name).isEqualTo(names);
  }

  @Test
  void a_recursive_one_is_direct_in_its_copy_too() {
    MethodNode items = items(Opcodes.ACC_STATIC, "ILOAD 0\n" + CALL + YIELD_FROM + END);
    Set<MethodNode> delegates = DirectDelegations.replace(type);
    assertThat(Disassembly.of(items)).contains(DIRECT);
    assertThat(delegates)
        .singleElement()
        .satisfies(copy -> assertThat(Disassembly.of(copy)).contains(DIRECT));
  }

  @Test
  void so_is_one_of_an_object() {
    items(0, END);
    MethodNode all =
        coroutine(
            0,
            "all(I)Ldev/weft/Generator;",
            "ALOAD 0\nILOAD 1\nINVOKEVIRTUAL p/Type.items(I)Ldev/weft/Generator;\n"
                + YIELD_FROM
                + END);
    assertThat(isDirect(all)).isTrue();
    assertThat(Disassembly.of(all)).contains("INVOKESPECIAL p/Type.items(I)Ljava/lang/Object;");
  }

  @Test
  void a_generator_that_something_else_is_done_with_is_made() {
    items(Opcodes.ACC_STATIC, END);
    assertThat(isDirect(delegating(CALL + "NOP\n"))).isFalse();
  }

  @Test
  void so_is_one_where_a_jump_leads_in_between() {
    items(Opcodes.ACC_STATIC, END);
    assertThat(isDirect(delegating(CALL + "FRAME I | dev/weft/Generator\n"))).isFalse();
  }

  @Test
  void so_is_that_of_another_class_or_of_a_method_that_is_no_coroutine() {
    String elsewhere = "INVOKESTATIC p/Other.items(I)Ldev/weft/Generator;\n";
    assertThat(isDirect(delegating(elsewhere))).isFalse();
    type.methods.clear();
    items(Opcodes.ACC_STATIC, END).visibleAnnotations = null;
    assertThat(isDirect(delegating(CALL))).isFalse();
  }

  @Test
  void so_is_one_delegated_to_by_a_method_that_is_no_coroutine_and_will_be_refused() {
    items(Opcodes.ACC_STATIC, END);
    MethodNode plain = delegating(CALL);
    plain.visibleAnnotations = null;
    assertThat(isDirect(plain)).isFalse();
  }

  @Test
  void so_is_one_delegated_to_while_a_monitor_is_held() {
    items(Opcodes.ACC_STATIC, END);
    assertThat(isDirect(delegating("ACONST_NULL\nMONITORENTER\n" + CALL))).isFalse();
    type.methods.clear();
    items(Opcodes.ACC_STATIC, "ACONST_NULL\nMONITORENTER\n" + END);
    assertThat(isDirect(delegating(CALL))).isFalse();
  }

  @Test
  void so_is_a_synchronized_one_and_one_without_code() {
    items(Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED, END);
    assertThat(isDirect(delegating(CALL))).isFalse();
    type.methods.clear();
    items(Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE, "");
    assertThat(isDirect(delegating(CALL))).isFalse();
  }

  @Test
  void so_is_one_that_uses_a_yielder_which_must_be_its_own() {
    String yields = "INVOKEINTERFACE dev/weft/Yielder.yield(Ljava/lang/Object;)Ljava/lang/Object;";
    items(Opcodes.ACC_STATIC, "ACONST_NULL\nDUP\n" + yields + "\nPOP\n" + END);
    assertThat(isDirect(delegating(CALL))).isFalse();
    type.methods.clear();
    coroutine(Opcodes.ACC_STATIC, "items(Ldev/weft/Yielder;)Ldev/weft/Generator;", END);
    String call = "POP\nACONST_NULL\nINVOKESTATIC p/Type.items(Ldev/weft/Yielder;)";
    assertThat(isDirect(delegating(call + "Ldev/weft/Generator;\n"))).isFalse();
  }

  @Test
  void so_is_one_that_has_a_method_of_the_copys_name_and_type() {
    items(Opcodes.ACC_STATIC, END);
    type.methods.add(Listing.method("items(I)Ljava/lang/Object;", END));
    assertThat(isDirect(delegating(CALL))).isFalse();
  }

  @Test
  void so_is_one_that_the_jit_would_not_compile_in_any_case() {
    items(Opcodes.ACC_STATIC, "NOP\n".repeat(8000) + END);
    assertThat(isDirect(delegating(CALL))).isFalse();
    type.methods.clear();
    items(Opcodes.ACC_STATIC, "NOP\n".repeat(7990) + END);
    assertThat(isDirect(delegating(CALL))).isTrue();
  }

  @Test
  void so_are_those_of_an_interface() {
    type.access = Opcodes.ACC_INTERFACE;
    items(Opcodes.ACC_STATIC, END);
    assertThat(isDirect(delegating(CALL))).isFalse();
  }
}
