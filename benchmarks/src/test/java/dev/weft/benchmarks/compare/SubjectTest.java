package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubjectTest {
  @Test
  void every_contestants_subject_is_found_by_its_name() {
    assertThat(Contestant.all())
        .extracting(Contestant::subject)
        .allSatisfy(subject -> assertThat(Subject.named(subject.name())).isEqualTo(subject));
  }

  @Test
  void unknown_name_is_refused() {
    assertThatThrownBy(() -> Subject.named("NOTHING"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to suspend is named NOTHING");
  }
}
