package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.weft.Snapshot.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static Activation activation(String file, int line, List<String> notLive) {
    Map<String, Object> locals = new LinkedHashMap<>();
    locals.put("b", null);
    locals.put("a", 1);
    return new Activation("p.Type", "method", file, line, locals, notLive);
  }

  @Test
  void an_activation_reads_like_a_line_of_a_stack_trace() {
    assertThat(activation("Type.java", 7, List.of()))
        .hasToString("p.Type.method(Type.java:7) {b=null, a=1}");
    assertThat(activation("Type.java", 7, List.of("x", "y")))
        .hasToString("p.Type.method(Type.java:7) {b=null, a=1} not live: x, y");
  }

  @Test
  void what_the_class_file_does_not_tell_is_left_out() {
    assertThat(activation("Type.java", -1, List.of()))
        .hasToString("p.Type.method(Type.java) {b=null, a=1}");
    assertThat(activation(null, -1, List.of()))
        .hasToString("p.Type.method(Unknown Source) {b=null, a=1}");
  }

  @Test
  void locals_keep_their_order_and_may_be_null() {
    assertThat(activation(null, -1, List.of()).locals())
        .containsExactly(entry("b", null), entry("a", 1));
  }

  @Test
  void a_snapshot_lists_state_frames_and_delegate() {
    Activation frame = activation("Type.java", 7, List.of());
    assertThat(new Snapshot(State.CLOSED, List.of(), null)).hasToString("CLOSED");
    assertThat(new Snapshot(State.SUSPENDED, List.of(frame, frame), "other"))
        .hasToString(
            """
            SUSPENDED
              at p.Type.method(Type.java:7) {b=null, a=1}
              at p.Type.method(Type.java:7) {b=null, a=1}
              delegating to other\
            """);
  }

  @Test
  void it_does_not_change_with_what_it_was_made_of() {
    List<Activation> frames = new ArrayList<>();
    Snapshot snapshot = new Snapshot(State.CREATED, frames, null);
    List<String> notLive = new ArrayList<>();
    Activation frame = activation(null, -1, notLive);
    frames.add(frame);
    notLive.add("late");
    assertThat(snapshot.frames()).isEmpty();
    assertThat(frame.notLive()).isEmpty();
    assertThatThrownBy(() -> frame.locals().put("c", 2))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> snapshot.frames().add(frame))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
