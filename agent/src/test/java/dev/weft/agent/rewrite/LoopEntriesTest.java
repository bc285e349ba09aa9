package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.tree.MethodNode;

/** Whether the loops of woven code are entered at one place, as those of the source are. */
class LoopEntriesTest {
  static List<MethodNode> bodies() throws Exception {
    return Stream.of(new Woven(GoldenMethods.class), new Woven(LoopShapes.class))
        .flatMap(woven -> woven.bodies().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void every_loop_has_one_entry(MethodNode body) {
    assertThat(LoopEntries.areSingle(body)).as(body.name).isTrue();
  }

  @Test
  void a_loop_with_a_lock_is_left_as_it_is() throws Exception {
    assertThat(LoopEntries.areSingle(new Woven(LockingLoops.class).body("locking"))).isFalse();
  }

  @Test
  void a_jump_into_a_loop_is_seen() {
    assertThat(LoopEntries.areSingle(loop("GOTO middle"))).isFalse();
    assertThat(LoopEntries.areSingle(loop("GOTO loop"))).isTrue();
  }

  private static MethodNode loop(String entry) {
    return Listing.method(
        "m(I)V",
        """
          ILOAD 0
          IFEQ loop
          %s
        loop:
          IINC 0 1
        middle:
          ILOAD 0
          IFEQ loop
          RETURN
        """
            .formatted(entry));
  }
}
