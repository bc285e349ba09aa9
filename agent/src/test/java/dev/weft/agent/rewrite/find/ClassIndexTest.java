package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.ClassInfo.Method;
import dev.weft.agent.rewrite.model.ClassInfo.Target;
import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** Questions about a hierarchy, answered without loading a class. */
@Case("XC-02")
class ClassIndexTest {
  private static final int INTERFACE = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;

  private final List<String> read = new ArrayList<>();
  private final ClassIndex index =
      new ClassIndex(
          name -> {
            read.add(name);
            return Optional.empty();
          },
          CoroutinePolicy.ANNOTATED);

  private void type(int access, String name, String parent, List<String> faces, Method... methods) {
    index.add(new ClassInfo(name, access, parent, faces, List.of(methods)));
  }

  private static Method coroutine(String name, String descriptor) {
    return new Method(name, descriptor, Opcodes.ACC_PUBLIC, true);
  }

  private static Method plain(String name, String descriptor) {
    return new Method(name, descriptor, Opcodes.ACC_PUBLIC, false);
  }

  @Test
  void a_coroutine_is_known_by_class_name_and_descriptor() {
    type(0, "p/A", "java/lang/Object", List.of(), coroutine("run", "()V"), plain("run", "(I)V"));
    assertThat(index.isCoroutine("p/A", "run", "()V")).isTrue();
    assertThat(index.isCoroutine("p/A", "run", "(I)V")).isFalse();
    assertThat(index.isCoroutine("p/A", "walk", "()V")).isFalse();
    assertThat(index.isCoroutine("p/Unknown", "run", "()V")).isFalse();
  }

  @Test
  void a_class_that_was_loaded_unwoven_has_none() {
    type(0, "p/A", "java/lang/Object", List.of(), coroutine("run", "()V"));
    type(0, "p/B", "p/A", List.of(), coroutine("walk", "()V"));
    index.addUnwoven("p/A");
    assertThat(index.isCoroutine("p/A", "run", "()V")).isFalse();
    assertThat(index.isCoroutine("p/B", "run", "()V")).isFalse();
    assertThat(index.isCoroutine("p/B", "walk", "()V")).isTrue();
  }

  @Test
  void what_only_forwards_to_a_coroutine_is_one() {
    type(0, "p/A", "java/lang/Object", List.of(), coroutine("run", "()Lp/Item;"), bridgeTo("p/A"));
    type(0, "p/B", "java/lang/Object", List.of(), plain("run", "()Lp/Item;"), bridgeTo("p/B"));
    assertThat(index.isCoroutine("p/A", "run", "()Ljava/lang/Object;")).isTrue();
    assertThat(index.isCoroutine("p/B", "run", "()Ljava/lang/Object;")).isFalse();
  }

  private static Method bridgeTo(String owner) {
    Target target = new Target(owner, "run", "()Lp/Item;");
    return new Method(
        "run", "()Ljava/lang/Object;", Opcodes.ACC_BRIDGE, false, Optional.of(target));
  }

  @Test
  void supertypes_count() {
    type(INTERFACE, "p/I", "java/lang/Object", List.of(), coroutine("run", "()V"));
    type(INTERFACE, "p/J", "java/lang/Object", List.of("p/I"));
    type(0, "p/A", "java/lang/Object", List.of("p/J"));
    type(0, "p/B", "p/A", List.of(), plain("run", "()V"));
    assertThat(index.isCoroutine("p/B", "run", "()V")).isTrue();
    assertThat(index.hasCoroutines("p/B")).isTrue();
    assertThat(index.hierarchy("p/B"))
        .extracting(ClassInfo::name)
        .containsExactly("p/B", "p/A", "p/J", "p/I");
    assertThat(index.isSupertype("p/I", "p/B")).isTrue();
    assertThat(index.isSupertype("java/lang/Object", "p/B")).isTrue();
    assertThat(index.isSupertype("p/B", "p/I")).isFalse();
  }

  @Test
  void the_return_type_tells_generator_methods_from_subroutines() {
    type(
        0,
        "p/A",
        "java/lang/Object",
        List.of(),
        coroutine("items", "()Ldev/weft/Generator;"),
        coroutine("item", "()Lp/Item;"));
    assertThat(index.isCoroutine("p/A", "items", "()Ldev/weft/Generator;")).isTrue();
    assertThat(index.isSubroutine("p/A", "items", "()Ldev/weft/Generator;")).isFalse();
    assertThat(index.isSubroutine("p/A", "item", "()Lp/Item;")).isTrue();
  }

  @Test
  void a_hierarchy_in_a_circle_ends() {
    type(0, "p/A", "p/B", List.of());
    type(0, "p/B", "p/A", List.of());
    assertThat(index.hierarchy("p/A")).hasSize(2);
  }

  @Test
  void classes_of_the_jdk_are_never_read() {
    assertThat(index.find("java/lang/String")).isEmpty();
    assertThat(index.find("jdk/internal/X")).isEmpty();
    assertThat(index.find("[Lp/A;")).isEmpty();
    assertThat(read).isEmpty();
  }

  @Test
  void proxies_are_their_interfaces_affair_though_their_packages_look_like_the_jdks() {
    assertThat(ClassIndex.isJdk("com/sun/proxy/$Proxy7")).isFalse();
    assertThat(ClassIndex.isJdk("jdk/proxy2/$Proxy7")).isFalse();
    assertThat(ClassIndex.isJdk("jdk/proxy2/Other")).isTrue();
    assertThat(ClassIndex.isJdk("javafx/Node")).isFalse();
  }

  @Test
  void what_cannot_be_found_is_looked_for_once() {
    assertThat(index.find("p/Missing")).isEmpty();
    assertThat(index.find("p/Missing")).isEmpty();
    assertThat(read).containsExactly("p/Missing");
  }

  @Test
  void which_methods_are_coroutines_is_for_the_policy_to_say() {
    ClassIndex soak =
        new ClassIndex(name -> Optional.empty(), (owner, m) -> owner.name().startsWith("p/"));
    soak.add(new ClassInfo("p/A", 0, null, List.of(), List.of(plain("run", "()V"))));
    soak.add(new ClassInfo("q/A", 0, null, List.of(), List.of(plain("run", "()V"))));
    assertThat(soak.isCoroutine("p/A", "run", "()V")).isTrue();
    assertThat(soak.isCoroutine("q/A", "run", "()V")).isFalse();
  }

  @Test
  void a_static_or_private_method_hides_those_of_supertypes() {
    type(0, "p/Base", "java/lang/Object", List.of(), coroutine("run", "()V"));
    Method fixed = new Method("run", "()V", Opcodes.ACC_STATIC, false);
    type(0, "p/A", "p/Base", List.of(), fixed);
    assertThat(index.isCoroutine("p/A", "run", "()V")).isFalse();
    assertThat(index.isCoroutine("p/Base", "run", "()V")).isTrue();
  }

  @Test
  void a_private_method_of_a_supertype_does_not_count() {
    Method secret = new Method("run", "()V", Opcodes.ACC_PRIVATE, true);
    type(0, "p/Base", "java/lang/Object", List.of(), secret);
    type(0, "p/A", "p/Base", List.of());
    assertThat(index.isCoroutine("p/A", "run", "()V")).isFalse();
    assertThat(index.isCoroutine("p/Base", "run", "()V")).isTrue();
  }

  @Test
  void a_class_of_plain_methods_has_no_coroutines() {
    type(0, "p/A", "java/lang/Object", List.of(), plain("run", "()V"));
    assertThat(index.hasCoroutines("p/A")).isFalse();
  }

  @Test
  void a_type_is_accessible_in_its_package_or_if_it_is_public() {
    type(0, "p/q/Hidden", "java/lang/Object", List.of());
    type(Opcodes.ACC_PUBLIC, "p/q/Open", "java/lang/Object", List.of());
    assertThat(index.isAccessible("p/q/Hidden", "p/q/A")).isTrue();
    assertThat(index.isAccessible("p/q/Hidden", "p/r/A")).isFalse();
    assertThat(index.isAccessible("p/q/Hidden", "p/A")).isFalse();
    assertThat(index.isAccessible("p/q/Open", "p/r/A")).isTrue();
    assertThat(index.isAccessible("p/q/Unknown", "p/r/A")).isTrue();
  }

  @Test
  void an_array_is_as_accessible_as_its_elements() {
    type(0, "q/Hidden", "java/lang/Object", List.of());
    assertThat(index.isAccessible("[Lq/Hidden;", "p/A")).isFalse();
    assertThat(index.isAccessible("[[Lq/Hidden;", "q/A")).isTrue();
    assertThat(index.isAccessible("[I", "p/A")).isTrue();
  }

  @Test
  void the_jdk_hides_classes_too() {
    assertThat(index.isAccessible("java/util/List", "p/A")).isTrue();
    assertThat(index.isAccessible("java/lang/AbstractStringBuilder", "p/A")).isFalse();
    assertThat(index.isAccessible("java/util/NoSuchClass", "p/A")).isTrue();
  }

  @Test
  void whether_a_class_is_soaked_is_for_the_policy_to_say() {
    ClassIndex soak = new ClassIndex(name -> Optional.empty(), new SoakPolicy(List.of("p/")));
    assertThat(soak.soaks("p/A")).isTrue();
    assertThat(soak.soaks("q/A")).isFalse();
    assertThat(index.soaks("p/A")).isFalse();
  }
}
