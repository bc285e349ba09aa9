package dev.weft.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short time for each kind of random programs: half of it for programs that are always the same,
 * half for new ones. A failure prints its seed.
 */
class FuzzTest {
  private static final Duration HALF = Duration.ofSeconds(10);

  static List<Subject> subjects() {
    return Fuzz.subjects();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void woven_programs_do_what_they_did_unwoven(Subject subject) {
    Fuzzing fuzzing = new Fuzzing(subject, System.out);
    fuzzing.run(1, HALF);
    fuzzing.run(new SplittableRandom().nextLong(1L << 40), HALF);
    assertThat(fuzzing.failures()).isEmpty();
    assertThat(fuzzing.figures().suspensions).isPositive();
    assertThat(fuzzing.figures().discards).isLessThan(fuzzing.figures().programs / 2);
  }
}
