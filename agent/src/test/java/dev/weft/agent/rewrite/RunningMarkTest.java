package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the frame of a generator stores when it is resumed, besides what its body does. */
class RunningMarkTest {
  private static String resume(String method) throws Exception {
    return Disassembly.of(new Woven(GoldenMethods.class).ofFrame(method, "resume"));
  }

  @Test
  void a_generator_that_calls_nothing_stores_nothing() throws Exception {
    assertThat(resume("ints")).contains(".ints(").doesNotContain("PUTFIELD");
  }

  @Test
  void one_that_calls_other_code_is_marked_as_running() throws Exception {
    assertThat(resume("tryFinally")).contains(".tryFinally(").containsOnlyOnce("PUTFIELD");
  }
}
