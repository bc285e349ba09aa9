package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What there is to weave in a class. */
class CoroutineFinderTest {
  private static final String GENERATOR = "()Ldev/weft/Generator;";
  private static final String LINE = "LINE 3\n";
  private static final String FORWARDING =
      "ALOAD 0\nINVOKEVIRTUAL p/Real.items()Ldev/weft/Generator;\nARETURN";

  private final ClassIndex index =
      new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED);
  private final ClassNode type = new ClassNode();

  CoroutineFinderTest() {
    type.name = "p/Type";
    type.superName = "java/lang/Object";
  }

  private MethodNode plain(int access, String signature, String listing) {
    MethodNode method = Listing.method(access, signature, listing);
    type.methods.add(method);
    return method;
  }

  private MethodNode coroutine(int access, String signature, String listing) {
    MethodNode method = plain(access, signature, listing);
    method.visibleAnnotations =
        new ArrayList<>(List.of(new AnnotationNode("Ldev/weft/Coroutine;")));
    return method;
  }

  private Findings find() {
    return new CoroutineFinder(index).find(type);
  }

  @Test
  void annotated_methods_with_the_calls_that_suspend() {
    MethodNode items = coroutine(0, "items" + GENERATOR, LINE + "ACONST_NULL\nYIELD\nARETURN");
    MethodNode part = coroutine(0, "part()V", "RETURN");
    plain(0, "other()V", "RETURN");
    List<CoroutineMethod> found = find().coroutines();
    assertThat(found).extracting(CoroutineMethod::method).containsExactly(items, part);
    assertThat(found)
        .extracting(CoroutineMethod::kind)
        .containsExactly(CoroutineKind.GENERATOR, CoroutineKind.SUBROUTINE);
    assertThat(found.get(0).calls()).containsExactly(Listing.at(items, 1));
    assertThat(found.get(1).calls()).isEmpty();
    assertThat(found).extracting(CoroutineMethod::ownerIsInterface).containsOnly(false);
  }

  @Test
  void those_of_an_interface_say_so() {
    type.access = Opcodes.ACC_INTERFACE;
    coroutine(0, "part()V", "RETURN");
    assertThat(find().coroutines().get(0).ownerIsInterface()).isTrue();
  }

  @Test
  void a_class_that_has_none_has_nothing_to_do() {
    plain(0, "other()V", "RETURN");
    assertThat(find().isEmpty()).isTrue();
  }

  @Test
  void overloads_of_a_generator_method_have_bodies_of_different_names() {
    coroutine(Opcodes.ACC_STATIC, "items" + GENERATOR, LINE + "ACONST_NULL\nARETURN");
    coroutine(Opcodes.ACC_STATIC, "items(I)Ldev/weft/Generator;", LINE + "ACONST_NULL\nARETURN");
    coroutine(Opcodes.ACC_STATIC, "items(J)Ldev/weft/Generator;", LINE + "ACONST_NULL\nARETURN");
    coroutine(Opcodes.ACC_STATIC, "items(I)V", "RETURN");
    assertThat(find().coroutines())
        .extracting(CoroutineMethod::bodyName)
        .containsExactly("items", "items$1", "items$2", "items");
  }

  private boolean isFound(int access, String signature, String listing) {
    type.methods.clear();
    coroutine(access, signature, listing);
    return !find().coroutines().isEmpty();
  }

  @Test
  void a_generator_method_that_was_generated_to_forward_is_none() {
    assertThat(isFound(0, "items" + GENERATOR, FORWARDING)).isFalse();
    assertThat(isFound(Opcodes.ACC_BRIDGE, "items" + GENERATOR, LINE + FORWARDING)).isFalse();
    assertThat(isFound(0, "part()V", "RETURN")).as("a subroutine").isTrue();
    assertThat(isFound(Opcodes.ACC_BRIDGE, "part()V", "RETURN")).as("a subroutine").isTrue();
  }

  @Test
  void one_that_has_a_source_is_not_generated() {
    assertThat(isFound(0, "items" + GENERATOR, LINE + FORWARDING)).isTrue();
    assertThat(isFound(0, "items" + GENERATOR, "LINE 0\n" + FORWARDING)).isTrue();
  }

  @Test
  void nor_is_one_that_has_no_code_or_yields_or_ends_like_a_generator() {
    String end = "INVOKESTATIC dev/weft/Coroutines.done()Ldev/weft/Generator;\nARETURN";
    String other = "INVOKESTATIC p/Other.done()Ldev/weft/Generator;\nARETURN";
    assertThat(isFound(Opcodes.ACC_ABSTRACT, "items" + GENERATOR, FORWARDING)).isTrue();
    assertThat(isFound(0, "items" + GENERATOR, "ACONST_NULL\nYIELD\nARETURN")).isTrue();
    assertThat(isFound(0, "items" + GENERATOR, end)).isTrue();
    assertThat(isFound(0, "items" + GENERATOR, other)).isFalse();
    assertThat(isFound(0, "items" + GENERATOR, "ACONST_NULL\nARETURN")).isTrue();
    assertThat(isFound(0, "items" + GENERATOR, "ACONST_NULL\nPOP\n" + other)).isFalse();
  }

  @Test
  void refusals_of_coroutines_and_of_other_methods() {
    String yielding = "ACONST_NULL\nYIELD\nPOP\nRETURN";
    MethodNode locked = coroutine(Opcodes.ACC_SYNCHRONIZED, "locked()V", yielding);
    MethodNode plain = plain(0, "plain()V", yielding);
    coroutine(0, "part()V", yielding);
    assertThat(find().refusals()).extracting(r -> r.method()).containsExactly(locked, plain);
  }

  @Test
  void plain_methods_that_override_a_subroutine() {
    index.add(
        new ClassInfo(
            "p/Base",
            0,
            "java/lang/Object",
            List.of(),
            List.of(new ClassInfo.Method("part", "()V", Opcodes.ACC_PUBLIC, true))));
    type.superName = "p/Base";
    MethodNode part = plain(0, "part()V", "RETURN");
    assertThat(find().overrides()).containsExactly(part);
  }

  private void lambda(MethodNode code, String interfaceMethod) {
    ClassInfo.Method run = new ClassInfo.Method("run", interfaceMethod, Opcodes.ACC_ABSTRACT, true);
    index.add(new ClassInfo("p/Face", Opcodes.ACC_INTERFACE, null, List.of(), List.of(run)));
    Type method = Type.getMethodType(interfaceMethod);
    MethodNode user = plain(Opcodes.ACC_STATIC, "user()V", "RETURN");
    user.instructions.insert(
        new InvokeDynamicInsnNode(
            "run",
            "()Lp/Face;",
            new Handle(
                Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "m", "()V", false),
            method,
            new Handle(Opcodes.H_INVOKESTATIC, type.name, code.name, code.desc, false),
            method));
  }

  @Test
  void the_code_of_a_lambda_of_a_coroutine_interface() {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodNode code = plain(access, "lambda$0()V", "RETURN");
    plain(access, "lambda$0(I)V", "RETURN");
    plain(access, "lambda$1()V", "RETURN");
    lambda(code, "()V");
    Findings found = find();
    assertThat(found.coroutines()).extracting(CoroutineMethod::method).containsExactly(code);
    assertThat(found.coroutines().get(0).kind()).isEqualTo(CoroutineKind.LAMBDA);
    assertThat(found.lambdas()).hasSize(1);
  }

  @Test
  void a_lambda_that_is_a_generator_method_is_for_the_JDK_to_link() {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    lambda(plain(access, "lambda$0" + GENERATOR, LINE + "ACONST_NULL\nARETURN"), GENERATOR);
    Findings found = find();
    assertThat(found.coroutines())
        .extracting(CoroutineMethod::kind)
        .containsExactly(CoroutineKind.GENERATOR);
    assertThat(found.lambdas()).isEmpty();
  }

  @Test
  void every_method_of_a_soaked_program() {
    ClassIndex soaked = new ClassIndex(name -> Optional.empty(), new SoakPolicy(List.of("p/")));
    plain(0, "<init>()V", "RETURN");
    plain(0, "items" + GENERATOR, "ACONST_NULL\nARETURN");
    Findings found = new CoroutineFinder(soaked).find(type);
    assertThat(found.coroutines())
        .extracting(CoroutineMethod::kind)
        .containsExactly(CoroutineKind.SOAKED);
    assertThat(found.coroutines().get(0).method().name).isEqualTo("items");
  }

  @Test
  void a_plain_generator_method_that_a_lambda_refers_to_stays_plain() {
    lambda(
        plain(Opcodes.ACC_STATIC, "items" + GENERATOR, LINE + "ACONST_NULL\nARETURN"), GENERATOR);
    assertThat(find().coroutines()).isEmpty();
  }

  @Test
  void the_class_itself_is_known_to_the_index() {
    coroutine(0, "part()V", "RETURN");
    MethodNode caller = coroutine(0, "caller()V", "INVOKESTATIC p/Type.part()V\nRETURN");
    assertThat(find().coroutines().get(1).calls()).containsExactly(Listing.at(caller, 0));
  }

  @Test
  void a_lambda_that_is_made_a_generator_at_once_is_a_generator_method() {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodNode code =
        plain(access, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    lambda(code, "(Ldev/weft/Yielder;)Ljava/lang/Object;");
    MethodNode user = type.methods.get(1);
    InvokeDynamicInsnNode site = (InvokeDynamicInsnNode) user.instructions.getFirst();
    site.desc = "()Ldev/weft/Body;";
    String of = "INVOKESTATIC dev/weft/Generator.of(Ldev/weft/Body;)Ldev/weft/Generator;";
    user.instructions.insert(site, Listing.at(Listing.method("m()V", of), 0));
    assertThat(find().coroutines())
        .extracting(c -> c.method().desc)
        .containsExactly("()Ldev/weft/Generator;");
  }
}
