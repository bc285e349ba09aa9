package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.ClassInfo.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** What of a soaked program is a coroutine. */
class SoakPolicyTest {
  private final SoakPolicy policy = new SoakPolicy(List.of("p/", "q/A"));

  private boolean isCoroutine(int access, String owner, String name) {
    Method method = new Method(name, "()V", Opcodes.ACC_PUBLIC, false);
    return policy.isCoroutine(
        new ClassInfo(owner, access, null, List.of(), List.of(method)), method);
  }

  @Test
  void every_method_of_its_packages() {
    assertThat(isCoroutine(0, "p/A", "run")).isTrue();
    assertThat(isCoroutine(0, "q/A", "run")).isTrue();
    assertThat(isCoroutine(0, "q/B", "run")).isFalse();
    assertThat(policy.soaks()).isTrue();
    assertThat(policy.soaks("p/A")).isTrue();
    assertThat(policy.soaks("q/B")).isFalse();
  }

  @Test
  void but_no_constructor_nor_initialiser_nor_element_of_an_annotation() {
    assertThat(isCoroutine(0, "p/A", "<init>")).isFalse();
    assertThat(isCoroutine(0, "p/A", "<clinit>")).isFalse();
    assertThat(isCoroutine(Opcodes.ACC_ANNOTATION, "p/A", "value")).isFalse();
  }

  @Test
  void an_annotated_program_is_not_soaked() {
    assertThat(CoroutinePolicy.ANNOTATED.soaks()).isFalse();
    assertThat(CoroutinePolicy.ANNOTATED.soaks("p/A")).isFalse();
  }
}
