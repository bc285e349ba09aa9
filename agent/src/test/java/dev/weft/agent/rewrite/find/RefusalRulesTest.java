package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Refusal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What is refused, in the words that the user reads. */
class RefusalRulesTest {
  private static final String YIELDING = "LINE 12\nACONST_NULL\nYIELD\nPOP\nRETURN";
  private static final String IN_BLOCK =
      "ALOAD 0\nMONITORENTER\nLINE 12\nACONST_NULL\nYIELD\nPOP\nALOAD 0\nMONITOREXIT\nRETURN";

  private final RefusalRules rules;

  RefusalRulesTest() {
    ClassNode type = new ClassNode();
    type.name = "p/Type";
    type.sourceFile = "Type.java";
    ClassIndex index = new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED);
    rules = new RefusalRules(type, index, new SuspensionPointFinder(index));
  }

  private Optional<String> asCoroutine(MethodNode method) {
    return rules
        .refuse(
            new CoroutineMethod(
                "p/Type", false, method, Set.of(), CoroutineKind.of(method.desc), method.name))
        .map(Refusal::message);
  }

  private Optional<String> asPlain(MethodNode method) {
    return rules.refusePlain(method).map(Refusal::message);
  }

  @Test
  void an_ordinary_coroutine_and_an_ordinary_method_are_not() {
    assertThat(asCoroutine(Listing.method("m()V", YIELDING))).isEmpty();
    assertThat(asPlain(Listing.method("m()V", "RETURN"))).isEmpty();
    assertThat(asPlain(Listing.method("<init>()V", "RETURN"))).isEmpty();
  }

  @Test
  void a_yield_in_a_synchronized_block() {
    assertThat(asCoroutine(Listing.method("m()V", IN_BLOCK)))
        .contains(
            "Weft cannot weave p.Type.m (Type.java:12): a yield in a synchronized block; yield"
                + " outside of it, or use a java.util.concurrent lock");
  }

  @Test
  void a_yield_in_a_synchronized_method() {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED;
    assertThat(asCoroutine(Listing.method(access, "m()V", YIELDING)))
        .contains(
            "Weft cannot weave p.Type.m (Type.java:12): a yield in a synchronized method; yield"
                + " outside of it, or use a java.util.concurrent lock");
    assertThat(asCoroutine(Listing.method(access, "m()V", "RETURN"))).isEmpty();
  }

  @Test
  void a_synchronized_generator_method() {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED;
    MethodNode method = Listing.method(access, "m()Ldev/weft/Generator;", "ACONST_NULL\nARETURN");
    assertThat(asCoroutine(method))
        .hasValueSatisfying(
            m -> assertThat(m).contains("p.Type.m (Type.java): a synchronized generator method;"));
  }

  @Test
  void a_yield_in_a_constructor() {
    assertThat(asPlain(Listing.method(0, "<init>()V", YIELDING)))
        .contains(
            "Weft cannot weave p.Type.<init> (Type.java:12): a yield in a constructor; yield"
                + " before or after it, in the method that calls it");
  }

  @Test
  void a_yield_in_a_static_initialiser() {
    assertThat(asPlain(Listing.method("<clinit>()V", YIELDING)))
        .contains(
            "Weft cannot weave p.Type.<clinit> (Type.java:12): a yield in a static initialiser;"
                + " yield in a method");
  }

  @Test
  void a_yield_in_a_lambda_that_is_no_coroutine() {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    assertThat(asPlain(Listing.method(access, "lambda$m$0()V", YIELDING)))
        .contains(
            "Weft cannot weave p.Type.lambda$m$0 (Type.java:12): a yield in a lambda that is no"
                + " coroutine; use a loop, or annotate the method of the lambda's interface"
                + " @Coroutine");
  }

  @Test
  void a_yield_in_a_method_without_the_annotation() {
    assertThat(asPlain(Listing.method("m()V", YIELDING)))
        .contains(
            "Weft cannot weave p.Type.m (Type.java:12): a yield in a method that is no coroutine;"
                + " annotate the method @Coroutine");
  }

  @Test
  void too_many_parameters_for_the_three_that_are_added() {
    String longs = "J".repeat(126);
    assertThat(asCoroutine(Listing.method("m(" + longs + ")V", "RETURN"))).isEmpty(); // 252
    assertThat(asCoroutine(Listing.method(0, "m(" + longs + ")V", "RETURN"))) // and this
        .hasValueSatisfying(m -> assertThat(m).contains("its parameters take 253 slots"));
    assertThat(asCoroutine(Listing.method("m(" + longs + "I)V", "RETURN")))
        .contains(
            "Weft cannot weave p.Type.m (Type.java): its parameters take 253 slots, and weaving"
                + " needs 3 more of 255; pass some of them in an object");
    String generator = "I)Ldev/weft/Generator;"; // the constructor of its frame has a this
    String nothing = "ACONST_NULL\nARETURN";
    assertThat(asCoroutine(Listing.method("m(" + longs + "I" + generator, nothing))).isEmpty();
    assertThat(asCoroutine(Listing.method("m(" + longs + "II" + generator, nothing)))
        .hasValueSatisfying(m -> assertThat(m).contains("weaving needs 1 more of 255"));
  }

  @Test
  void a_method_is_no_lambda_for_its_name_alone() {
    assertThat(asPlain(Listing.method("lambda$m$0()V", YIELDING)))
        .hasValueSatisfying(
            m -> assertThat(m).contains("a yield in a method that is no coroutine"));
  }
}
