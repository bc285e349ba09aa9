package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generators do what CPython's do: a short time for programs that are always the same, and for new
 * ones; and the scripts that once differed. A failure prints its seed.
 */
class ProtocolDifferentialTest {
  private static final Duration HALF = Duration.ofSeconds(10);
  private static final Path KEPT = Path.of("src", "test", "resources", "differential", "kept");

  @BeforeAll
  static void needs_python() {
    if (!Python.isThere()) {
      System.out.println("SKIPPED: no python3 on the PATH, so nothing is compared with CPython");
    }
    assumeTrue(Python.isThere(), "there is no python3 on the PATH to compare with");
  }

  @Test
  void random_scripts_do_what_they_do_in_python() {
    ProtocolRun run = new ProtocolRun(System.out);
    run(run, 1);
    run(run, new SplittableRandom().nextLong(1L << 40));
    assertThat(run.failures()).isEmpty();
    assertThat(run.figures().events).isGreaterThan(run.figures().operations);
  }

  private static void run(ProtocolRun run, long seed) {
    long end = System.nanoTime() + HALF.toNanos();
    run.run(seed, () -> System.nanoTime() < end);
  }

  static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void scripts_that_once_differed_do_the_same(Path file) {
    Figures figures = new Figures();
    assertThat(Comparison.differences(List.of(Kept.read(file).trial()), figures)).isEmpty();
    assertThat(figures.events).isPositive();
  }

  @Test
  void another_program_differs() {
    Kept kept = Kept.read(KEPT.resolve("value-returned-while-closed.txt"));
    String java = kept.twin().java().get(kept.shape());
    Map<Shape, String> changed = Map.of(kept.shape(), java.replace("yield(1)", "yield(9)"));
    Twin twin = new Twin(kept.twin().name(), kept.twin().python(), changed);
    Trial trial = new Trial(twin, List.of(kept.script()));
    List<Difference> differences = Comparison.differences(List.of(trial), new Figures());
    assertThat(differences)
        .singleElement()
        .asString()
        .endsWith("  Python: next -> 1 [S]\n  Java:   next -> 9 [S]\n");
  }
}
