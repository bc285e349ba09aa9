package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.HeapExhaustion;
import dev.weft.programs.StackExhaustion;
import dev.weft.weaving.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On the last of the stack or heap a generator either goes on, or is closed with the error; user
 * code sees the error where it came up in user code, and otherwise nothing.
 */
@Case("EX-16")
class ExhaustionIT {
  private static final String[] SMALL_HEAP = {"-Xmx8m", "-XX:+UseSerialGC", "-Xshare:auto"};

  private static void assertNoSurprise(ForkedJvm jvm, Class<?> program, String... arguments) {
    String outcomes = jvm.run(program, arguments).output();
    assertThat(outcomes).doesNotContain("SURPRISE").contains("WELL=", "IN_THE_MACHINERY=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1"})
  void a_stack_that_ends_while_frames_are_saved(String compiler) {
    assertNoSurprise(ForkedJvm.woven().with(compiler), StackExhaustion.class, "yields");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1"})
  void a_stack_that_ends_while_frames_are_resumed(String compiler) {
    assertNoSurprise(ForkedJvm.woven().with(compiler), StackExhaustion.class, "resumes");
  }

  @Test
  void a_heap_that_ends_while_frames_are_saved() {
    assertNoSurprise(ForkedJvm.woven().with(SMALL_HEAP), HeapExhaustion.class);
  }
}
