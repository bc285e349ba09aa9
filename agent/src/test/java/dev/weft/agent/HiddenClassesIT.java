package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.HiddenHost;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Hidden classes, which the JVM shows to no agent. */
class HiddenClassesIT {
  @Test
  void a_yield_says_that_its_class_is_one_and_what_to_do() {
    assertThat(ForkedJvm.woven().run(HiddenHost.class).output().lines())
        .hasSize(2)
        .startsWith("1")
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("Coroutines.yield was called in dev.weft.programs.HiddenHost/0x")
        .contains("which has not been woven")
        .contains("It is a hidden class, which no agent sees: define it as a normal class.");
  }
}
