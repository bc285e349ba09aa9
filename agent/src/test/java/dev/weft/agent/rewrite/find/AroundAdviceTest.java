package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What is a coroutine where AspectJ has put advice around it. */
class AroundAdviceTest {
  private static final String ITEMS = "(I)Ldev/weft/Generator;";
  private static final String MOVED = "(ILorg/aspectj/lang/JoinPoint;)Ldev/weft/Generator;";
  private static final String CODE = "ACONST_NULL\nYIELD\nPOP\nACONST_NULL\nARETURN";
  private static final String ADVICE =
      "LINE 3\nINVOKESTATIC p/Aspect.around()Ldev/weft/Generator;\nARETURN";

  private final ClassNode type = new ClassNode();

  AroundAdviceTest() {
    type.name = "p/Type";
    type.superName = "java/lang/Object";
  }

  private MethodNode method(int access, String signature, String listing) {
    MethodNode method = Listing.method(access, signature, listing);
    type.methods.add(method);
    return method;
  }

  private MethodNode coroutine(int access, String signature, String listing) {
    MethodNode method = method(access, signature, listing);
    method.visibleAnnotations =
        new ArrayList<>(List.of(new AnnotationNode("Ldev/weft/Coroutine;")));
    return method;
  }

  private List<MethodNode> coroutines() {
    ClassIndex index = new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED);
    return new CoroutineFinder(index)
        .find(type).coroutines().stream().map(CoroutineMethod::method).toList();
  }

  @Test
  void the_code_of_a_generator_method_is_one_in_its_stead() {
    coroutine(Opcodes.ACC_STATIC, "items" + ITEMS, ADVICE);
    MethodNode code = method(Opcodes.ACC_STATIC, "items_aroundBody0" + MOVED, CODE);
    assertThat(coroutines()).containsExactly(code);
  }

  @Test
  void advice_that_asks_for_no_join_point_hands_none_on() {
    coroutine(Opcodes.ACC_STATIC, "items" + ITEMS, ADVICE);
    MethodNode code = method(Opcodes.ACC_STATIC, "items_aroundBody0" + ITEMS, CODE);
    assertThat(coroutines()).containsExactly(code);
  }

  @Test
  void the_code_of_an_instance_method_is_handed_the_instance() {
    coroutine(0, "items" + ITEMS, ADVICE);
    MethodNode code =
        method(
            Opcodes.ACC_STATIC,
            "items_aroundBody0(Lp/Type;ILorg/aspectj/lang/JoinPoint;)Ldev/weft/Generator;",
            CODE);
    assertThat(coroutines()).containsExactly(code);
  }

  @Test
  void what_calls_the_advice_of_a_subroutine_stays_one_since_coroutines_call_it() {
    MethodNode part = coroutine(Opcodes.ACC_STATIC, "part()V", "RETURN");
    MethodNode code =
        method(Opcodes.ACC_STATIC, "part_aroundBody0()V", "ACONST_NULL\nYIELD\nPOP\nRETURN");
    assertThat(coroutines()).containsExactly(part, code);
  }

  /** Of two advices, the outer one proceeds to what calls the inner one. */
  @Test
  void what_only_calls_the_next_advice_is_none() {
    coroutine(Opcodes.ACC_STATIC, "items" + ITEMS, ADVICE);
    MethodNode code = method(Opcodes.ACC_STATIC, "items_aroundBody0" + MOVED, CODE);
    method(Opcodes.ACC_STATIC, "items_aroundBody2" + MOVED, ADVICE);
    assertThat(coroutines()).containsExactly(code);
  }

  @Test
  void where_advice_is_around_a_call_the_method_itself_stays_one() {
    MethodNode items = coroutine(Opcodes.ACC_STATIC, "items" + ITEMS, CODE);
    method(
        Opcodes.ACC_STATIC,
        "items_aroundBody0" + MOVED,
        "ILOAD 0\nINVOKESTATIC p/Type.items" + ITEMS + "\nARETURN");
    assertThat(coroutines()).containsExactly(items);
  }

  @Test
  void a_method_of_another_signature_is_not_its_code() {
    MethodNode items = coroutine(Opcodes.ACC_STATIC, "items" + ITEMS, CODE);
    method(Opcodes.ACC_STATIC, "items_aroundBody0()Ldev/weft/Generator;", "ACONST_NULL\nARETURN");
    assertThat(coroutines()).containsExactly(items);
  }
}
