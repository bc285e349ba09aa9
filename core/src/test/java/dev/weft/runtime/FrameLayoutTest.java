package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weft.runtime.FrameLayout.Point;
import dev.weft.runtime.FrameLayout.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text in which a frame class describes itself. */
class FrameLayoutTest {
  @Test
  void the_first_line_names_class_method_and_file() {
    FrameLayout layout = FrameLayout.parse("p.Type/method/Type.java\n");
    assertThat(layout.className()).isEqualTo("p.Type");
    assertThat(layout.method()).isEqualTo("method");
    assertThat(layout.file()).isEqualTo("Type.java");
    assertThat(layout.points()).isEmpty();
  }

  @Test
  void a_class_file_without_a_source_file_has_none() {
    assertThat(FrameLayout.parse("p.Type/method/\n").file()).isNull();
  }

  @Test
  void that_of_a_tracked_frame_numbers_the_points_with_a_cleanup() {
    FrameLayout layout = FrameLayout.parse("T/m/F.java/1,12\n7\n8;a\n");
    assertThat(layout.file()).isEqualTo("F.java");
    assertThat(layout.cleanups()).containsExactlyInAnyOrder(1, 12);
    assertThat(layout.element(1)).isEqualTo(new StackTraceElement("T", "m", "F.java", 8));
    assertThat(FrameLayout.parse("T/m//\n").cleanups()).isEmpty();
    assertThat(FrameLayout.parse("T/m/F\n").cleanups()).isEmpty();
  }

  @Test
  void each_further_line_is_a_point() {
    FrameLayout layout = FrameLayout.parse("T/m/F\n10;a/0/I\n-1\n12;b/2/L;c;d/1/Z;e\n");
    assertThat(layout.points())
        .containsExactly(
            new Point(10, List.of(new Variable("a", 0, 'I')), List.of()),
            new Point(-1, List.of(), List.of()),
            new Point(
                12,
                List.of(new Variable("b", 2, 'L'), new Variable("d", 1, 'Z')),
                List.of("c", "e")));
  }

  @Test
  void locals_have_the_types_of_their_variables() {
    Point point =
        FrameLayout.parse("T/m/F\n1;z/0/Z;b/1/B;s/2/S;c/3/C;i/4/I;l/5/L\n").points().get(0);
    Object[] values = {1, -1, -2, (int) 'x', 5, 6};
    assertThat(FrameLayout.locals(point, values))
        .containsExactly(
            entry("z", true),
            entry("b", (byte) -1),
            entry("s", (short) -2),
            entry("c", 'x'),
            entry("i", 5),
            entry("l", 6));
  }

  @Test
  void what_is_no_int_stays_as_it_is() {
    Point point = FrameLayout.parse("T/m/F\n1;j/0/J;d/1/D;a/2/[;n/3/L\n").points().get(0);
    int[] array = {};
    assertThat(FrameLayout.locals(point, new Object[] {1L, 2.5, array, null}))
        .containsExactly(entry("j", 1L), entry("d", 2.5), entry("a", array), entry("n", null));
  }

  @Test
  void one_value_may_have_two_names_and_another_none() {
    Point point = FrameLayout.parse("T/m/F\n1;a/1/I;b/1/Z\n").points().get(0);
    assertThat(FrameLayout.locals(point, new Object[] {"nameless", 0}))
        .containsExactly(entry("a", 0), entry("b", false));
  }

  @Test
  void the_runtimes_own_frames_are_described_in_it_too() {
    FrameLayout done = FrameLayout.parse(Completion.of("x").layout());
    assertThat(done.className()).isEqualTo("dev.weft.Coroutines");
    assertThat(done.method()).isEqualTo("done");
    assertThat(FrameLayout.parse(GeneratorFrame.NONE.layout()).method()).isEqualTo("no coroutine");
  }
}
