package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.WovenClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The refusals that show only after weaving was tried. */
class VerdictsTest {
  private final ClassRewriter rewriter =
      new ClassRewriter(new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED), false);

  private static ClassNode type(MethodNode... methods) {
    ClassNode type = new ClassNode();
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "p/Type", null, "java/lang/Object", null);
    type.sourceFile = "Type.java";
    type.methods.addAll(List.of(methods));
    return type;
  }

  private static byte[] bytes(ClassNode type) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static MethodNode coroutine(MethodNode method) {
    method.visibleAnnotations =
        new ArrayList<>(List.of(new AnnotationNode("Ldev/weft/Coroutine;")));
    return method;
  }

  private static MethodNode abstractMethod() {
    int access = Opcodes.ACC_ABSTRACT | Opcodes.ACC_PUBLIC;
    return coroutine(new MethodNode(access, "a", "()V", null, null));
  }

  @Test
  void poisoned_every_coroutine_method_with_code_says_why() {
    MethodNode sub = coroutine(Listing.method("sub()V", "RETURN"));
    MethodNode other = Listing.method("other()V", "RETURN");
    IllegalStateException failure = new IllegalStateException("a bug");
    WovenClass poisoned =
        rewriter.poison(bytes(type(sub, abstractMethod(), other)), failure).orElseThrow();
    assertThat(poisoned.refusals())
        .extracting(Refusal::message)
        .containsExactly(
            "Weft cannot weave p.Type.sub (Type.java): weaving its class failed:"
                + " java.lang.IllegalStateException: a bug; please report this with the class"
                + " file");
    assertThat(poisoned.companions()).isEmpty();
  }

  @Test
  void a_class_without_coroutines_is_not_poisoned() {
    byte[] bytes = bytes(type(Listing.method("other()V", "RETURN")));
    assertThat(rewriter.poison(bytes, new Error())).isEmpty();
    assertThat(rewriter.rewrite(bytes)).isEmpty();
  }

  @Test
  void neither_is_one_that_is_woven_already() {
    byte[] woven =
        rewriter
            .rewrite(bytes(type(coroutine(Listing.method("sub()V", "RETURN")))))
            .orElseThrow()
            .bytes();
    assertThat(rewriter.rewrite(woven)).isEmpty();
    assertThat(rewriter.poison(woven, new Error())).isEmpty();
  }

  @Test
  void a_method_that_becomes_too_large_is_refused_and_the_others_are_woven() {
    String much = "  ACONST_NULL\n  YIELD\n  POP\n".repeat(4000);
    MethodNode large = coroutine(Listing.method("large()V", much + "RETURN"));
    MethodNode small = coroutine(Listing.method("small()V", "ACONST_NULL\nYIELD\nPOP\nRETURN"));
    WovenClass woven = rewriter.rewrite(bytes(type(large, small))).orElseThrow();
    assertThat(woven.refusals())
        .extracting(Refusal::message)
        .containsExactly(
            "Weft cannot weave p.Type.large (Type.java): its woven form is larger than 64 KB;"
                + " split it into smaller @Coroutine methods");
    assertThat(woven.companions()).hasSize(1);
  }

  @Test
  void one_that_is_too_large_even_refused_is_given_up() {
    TooLargeException failure = new TooLargeException(Set.of("m()V"), new Error());
    Set<String> once = Verdicts.with(Set.of(), failure);
    assertThat(once).containsExactly("m()V");
    assertThatThrownBy(() -> Verdicts.with(once, failure)).isSameAs(failure);
  }
}
