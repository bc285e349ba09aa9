package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.ClassInfo.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Which plain methods need a twin since a supertype has one. */
class TwinFinderTest {
  private static final int INTERFACE = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;

  private final ClassIndex index =
      new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED);
  private final TwinFinder twins = new TwinFinder(index);

  private ClassInfo type(
      int access, String name, String parent, List<String> faces, Method... methods) {
    ClassInfo info = new ClassInfo(name, access, parent, faces, List.of(methods));
    index.add(info);
    return info;
  }

  private ClassInfo face(String name, List<String> faces, Method... methods) {
    return type(INTERFACE, name, "java/lang/Object", faces, methods);
  }

  private static Method coroutine(String name, String descriptor) {
    return new Method(name, descriptor, Opcodes.ACC_PUBLIC, true);
  }

  private static Method plain(String name, String descriptor) {
    return new Method(name, descriptor, Opcodes.ACC_PUBLIC, false);
  }

  private List<String> overrides(
      ClassInfo info, Set<MethodNode> coroutines, MethodNode... methods) {
    ClassNode node = new ClassNode();
    node.name = info.name();
    node.methods.addAll(List.of(methods));
    return twins.overrides(node, info, coroutines).stream().map(m -> m.name + m.desc).toList();
  }

  private static MethodNode method(int access, String signature) {
    return Listing.method(access, signature, "RETURN");
  }

  @Test
  void a_plain_method_that_overrides_a_subroutine() {
    type(
        0,
        "p/Base",
        "java/lang/Object",
        List.of(),
        coroutine("run", "()V"),
        coroutine("all", "()Ldev/weft/Generator;"));
    ClassInfo info = type(0, "p/A", "p/Base", List.of());
    assertThat(
            overrides(
                info,
                Set.of(),
                method(0, "run()V"),
                method(0, "run(I)V"),
                method(0, "other()V"),
                method(0, "all()Ldev/weft/Generator;")))
        .containsExactly("run()V");
  }

  @Test
  void not_one_that_is_a_coroutine_itself_or_cannot_override() {
    type(
        0,
        "p/Base",
        "java/lang/Object",
        List.of(),
        coroutine("run", "()V"),
        coroutine("<init>", "()V"));
    ClassInfo info = type(0, "p/A", "p/Base", List.of());
    MethodNode own = method(0, "run()V");
    assertThat(overrides(info, new HashSet<>(List.of(own)), own)).isEmpty();
    assertThat(overrides(info, Set.of(), method(Opcodes.ACC_STATIC, "run()V"))).isEmpty();
    assertThat(overrides(info, Set.of(), method(Opcodes.ACC_PRIVATE, "run()V"))).isEmpty();
    assertThat(overrides(info, Set.of(), method(0, "<init>()V"))).isEmpty();
  }

  @Test
  void not_where_no_supertype_has_coroutines() {
    type(0, "p/Base", "java/lang/Object", List.of(), plain("run", "()V"));
    assertThat(overrides(type(0, "p/A", "p/Base", List.of()), Set.of(), method(0, "run()V")))
        .isEmpty();
  }

  @Test
  void a_subroutine_of_two_interfaces_collides() {
    face("p/I", List.of(), coroutine("run", "()V"), coroutine("one", "()V"));
    face("p/J", List.of(), coroutine("run", "()V"), coroutine("two", "()V"));
    ClassInfo info = type(0, "p/A", "java/lang/Object", List.of("p/I", "p/J"));
    assertThat(twins.colliding(info)).extracting(Method::name).containsExactly("run");
  }

  @Test
  void so_it_does_where_a_superclass_implements_one_of_them() {
    face("p/I", List.of(), coroutine("run", "()V"));
    face("p/J", List.of(), coroutine("run", "()V"));
    type(Opcodes.ACC_ABSTRACT, "p/Base", "java/lang/Object", List.of("p/I"));
    assertThat(twins.colliding(type(0, "p/A", "p/Base", List.of("p/J")))).hasSize(1);
    assertThat(twins.colliding(type(0, "p/B", "p/Base", List.of()))).isEmpty();
  }

  @Test
  void not_with_the_interface_that_it_refines() {
    face("p/I", List.of(), coroutine("run", "()V"));
    face("p/J", List.of("p/I"), coroutine("run", "()V"));
    assertThat(twins.colliding(type(0, "p/A", "java/lang/Object", List.of("p/I", "p/J"))))
        .isEmpty();
    face("p/K", List.of(), coroutine("run", "()V"));
    assertThat(twins.colliding(type(0, "p/B", "java/lang/Object", List.of("p/J", "p/K"))))
        .hasSize(1);
  }

  @Test
  void not_where_the_descriptors_differ_or_one_is_plain_or_they_are_generator_methods() {
    String generator = "()Ldev/weft/Generator;";
    face(
        "p/I",
        List.of(),
        coroutine("run", "()V"),
        coroutine("go", "()V"),
        coroutine("all", generator));
    face(
        "p/J",
        List.of(),
        coroutine("run", "(I)V"),
        plain("go", "()V"),
        coroutine("all", generator));
    assertThat(twins.colliding(type(0, "p/A", "java/lang/Object", List.of("p/I", "p/J"))))
        .isEmpty();
  }

  @Test
  void not_where_one_more_parameter_does_not_fit() {
    String most = "(" + "J".repeat(127) + ")V";
    face("p/I", List.of(), coroutine("run", most));
    face("p/J", List.of(), coroutine("run", most));
    assertThat(twins.colliding(type(0, "p/A", "java/lang/Object", List.of("p/I", "p/J"))))
        .isEmpty();
  }

  @Test
  void not_where_a_class_declares_it_and_has_the_twin() {
    face("p/I", List.of(), coroutine("run", "()V"));
    face("p/J", List.of(), coroutine("run", "()V"));
    List<String> both = List.of("p/I", "p/J");
    type(0, "p/Base", "java/lang/Object", List.of(), coroutine("run", "()V"));
    assertThat(twins.colliding(type(0, "p/A", "java/lang/Object", both, plain("run", "()V"))))
        .isEmpty();
    assertThat(twins.colliding(type(0, "p/B", "p/Base", both))).isEmpty();
    type(0, "p/Other", "java/lang/Object", List.of(), plain("run", "()V"));
    assertThat(twins.colliding(type(0, "p/C", "p/Other", both))).as("Other has no twin").hasSize(1);
  }

  @Test
  void a_type_without_interfaces_has_none() {
    type(0, "p/Base", "java/lang/Object", List.of(), coroutine("run", "()V"));
    assertThat(twins.colliding(type(0, "p/A", "p/Base", List.of()))).isEmpty();
  }

  @Test
  void an_interface_collides_with_neither_of_two_when_it_declares_the_method_itself() {
    face("p/I", List.of(), coroutine("run", "()V"));
    face("p/J", List.of(), coroutine("run", "()V"));
    assertThat(twins.colliding(face("p/K", List.of("p/I", "p/J"), coroutine("run", "()V"))))
        .isEmpty();
    assertThat(twins.colliding(face("p/L", List.of("p/I", "p/J")))).hasSize(1);
  }

  @Test
  void another_method_of_the_class_does_not_matter() {
    face("p/I", List.of(), coroutine("run", "()V"));
    face("p/J", List.of(), coroutine("run", "()V"));
    Method other = plain("other", "()V");
    ClassInfo info = type(0, "p/A", "java/lang/Object", List.of("p/I", "p/J"), other);
    assertThat(twins.colliding(info)).hasSize(1);
  }
}
