package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The woven form of {@link GoldenMethods}, and what matters in it. */
class SnapshotsTest {
  private final Woven woven;

  SnapshotsTest() throws IOException {
    woven = new Woven(GoldenMethods.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loop",
        "twoCalls",
        "subroutine",
        "constructorArgument",
        "tryFinally",
        "ints",
        "countdown",
        "filter",
        "twoYieldsInLoop",
        "nestedLoops",
        "tryFinallyInLoop",
        "callInLoop"
      })
  void it_is_as_it_was_looked_at(String method) throws IOException {
    Snapshots.assertSame(method, woven.everything(method));
  }

  @Test
  void a_local_that_does_not_change_is_not_saved_again() {
    String loop = Disassembly.of(woven.body("loop"));
    assertThat(stores(loop, "local5I")).as("i").isEqualTo(1);
    assertThat(stores(loop, "local3A")).as("item: by the constructor only").isZero();
    assertThat(stores(loop, "local4I")).as("times: by the constructor only").isZero();
  }

  @Test
  void a_new_frame_saves_all_that_is_live_and_an_old_one_what_has_changed() {
    String calls = Disassembly.of(woven.body("twoCalls"));
    assertThat(stores(calls, "local3A")).as("text, live at the first call").isEqualTo(1);
    assertThat(stores(calls, "local4J")).as("wide, live at the first call").isEqualTo(1);
  }

  @Test
  void a_reference_that_is_dead_is_cleared() {
    String calls = Disassembly.of(woven.body("twoCalls"));
    assertThat(calls).contains("ACONST_NULL\n  PUTFIELD " + frame("twoCalls") + ".local3A ");
  }

  @Test
  void what_a_loop_of_ints_yields_is_not_boxed_in_it() {
    String ints = Disassembly.of(woven.body("ints"));
    assertThat(ints).contains("PUTFIELD dev/weft/runtime/GeneratorFrame.primitive J");
    assertThat(ints).doesNotContain("valueOf");
  }

  private static String frame(String method) {
    return "dev/weft/agent/rewrite/GoldenMethods$$Weft$" + method;
  }

  /** How often a field is set to what a local variable holds. */
  private static long stores(String listing, String field) {
    String[] lines = listing.lines().map(String::strip).toArray(String[]::new);
    long count = 0;
    for (int i = 1; i < lines.length; i++) {
      boolean put = lines[i].startsWith("PUTFIELD") && lines[i].contains("." + field + " ");
      if (put && lines[i - 1].contains("LOAD ")) {
        count++;
      }
    }
    return count;
  }
}
