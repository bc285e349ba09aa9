package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Which generators have a step of their own, so that what others do cannot slow it down. */
class StepTest {
  private static String step(String method) throws Exception {
    return Disassembly.of(new Woven(GoldenMethods.class).ofFrame(method, "step"));
  }

  @Test
  void one_that_yields_by_itself_resumes_its_body_and_no_more() throws Exception {
    assertThat(step("ints")).containsOnlyOnce("INVOKE").contains(".resume(");
    assertThat(step("tryFinally")).containsOnlyOnce("INVOKE").contains(".resume(");
  }

  @Test
  void one_that_may_be_suspended_by_what_it_calls_is_driven_as_all_are() throws Exception {
    Woven woven = new Woven(GoldenMethods.class);
    assertThat(Disassembly.of(woven.ofFrame("countdown", "resume"))).contains(".countdown(");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> woven.ofFrame("countdown", "step"));
  }
}
