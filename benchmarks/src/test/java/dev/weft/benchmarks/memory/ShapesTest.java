package dev.weft.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapesTest {
  @Test
  void all_sources_are_found_and_no_label_is_there_twice() {
    assertThat(Shapes.all())
        .extracting(Shape::label)
        .contains("Weft: ints", "platform thread")
        .doesNotHaveDuplicates();
  }

  @Test
  void only_platform_threads_have_a_stack_of_their_own() {
    assertThat(Shapes.all())
        .filteredOn(Shape::ownStack)
        .extracting(Shape::label)
        .containsExactly("platform thread");
  }
}
