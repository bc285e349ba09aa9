package dev.weft.agent.rewrite.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;

/** Stack map frames of woven bodies: the frame and the coroutine, then what is live. */
class StackMapFramesTest {
  private final StackMapFrames frames = new StackMapFrames("p/Frame");

  private static FrameNode original(String items) {
    String added = RuntimeNames.FRAME + " " + RuntimeNames.COROUTINE + " java/lang/Object ";
    return (FrameNode) Listing.method("m()V", "FRAME " + added + items).instructions.getFirst();
  }

  private static BitSet live(int... locals) {
    BitSet live = new BitSet();
    for (int local : locals) {
      live.set(local);
    }
    return live;
  }

  @Test
  void the_empty_one_has_the_added_locals() {
    FrameNode frame = frames.empty(List.of("java/lang/Throwable"));
    assertThat(frame.type).isEqualTo(Opcodes.F_NEW);
    assertThat(frame.local).containsExactly("p/Frame", RuntimeNames.COROUTINE, "java/lang/Object");
    assertThat(frame.stack).containsExactly("java/lang/Throwable");
  }

  @Test
  void gaps_between_locals_are_filled_and_wide_ones_take_two() {
    FrameNode frame =
        frames.of(
            List.of(new Local(4, VerificationType.LONG), new Local(7, VerificationType.INT)),
            List.of());
    assertThat(frame.local)
        .containsExactly(
            "p/Frame",
            RuntimeNames.COROUTINE,
            "java/lang/Object",
            Opcodes.TOP, // 3
            Opcodes.LONG, // 4 and 5
            Opcodes.TOP, // 6
            Opcodes.INTEGER);
  }

  @Test
  void what_is_not_live_is_pruned_slot_by_slot() {
    FrameNode pruned = frames.pruned(original("I J java/lang/String | I"), live(6));
    assertThat(pruned.local)
        .containsExactly(
            "p/Frame",
            RuntimeNames.COROUTINE,
            "java/lang/Object",
            Opcodes.TOP,
            Opcodes.TOP, // both halves of the long
            Opcodes.TOP,
            "java/lang/String");
    assertThat(pruned.stack).containsExactly(Opcodes.INTEGER);
  }

  @Test
  void nothing_is_left_hanging_at_the_end() {
    assertThat(frames.pruned(original("I J java/lang/String"), live(3)).local)
        .containsExactly("p/Frame", RuntimeNames.COROUTINE, "java/lang/Object", Opcodes.INTEGER);
  }

  @Test
  void an_uninitialised_object_stays() { // its constructor is still to be called
    FrameNode pruned = frames.pruned(original("@site"), live());
    assertThat(pruned.local).hasSize(4);
  }
}
