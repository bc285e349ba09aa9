package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Snapshot.Activation;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;

/** The forms of a program are what their names say. */
@Woven(programs = true)
class ProgramsTest {
  @Coroutine
  static Object program(List<Object> log) {
    Coroutines.yield("suspended");
    return log;
  }

  @EveryForm
  void each_form_has_the_frames_it_should_have(String form) {
    Generator<Object, Object, Object> generator =
        Programs.open(form, getClass(), "program", new ArrayList<>());
    assertThat(generator.next()).isEqualTo("suspended");
    List<String> frames =
        switch (form) {
          case Programs.METHOD -> List.of("program generator method");
          case Programs.LAMBDA -> List.of("lambda$program");
          case Programs.DEEP ->
              List.of("program", "program$1", "program$2", "program deep subroutine");
          default -> List.of("program generator method", "program delegated");
        };
    assertThat(generator.snapshot().frames())
        .extracting(Activation::method)
        .containsExactlyElementsOf(frames);
    assertThat(generator.snapshot().delegate() != null).isEqualTo(form.equals(Programs.DELEGATED));
  }
}
