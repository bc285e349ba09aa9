package dev.weft.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.benchmarks.Deep;
import dev.weft.benchmarks.Floor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class GuardedCasesTest {
  private static final String DEEP = Deep.class.getName();

  @Test
  void a_floor_is_of_the_same_class_or_named_in_full() {
    assertThat(GuardedCases.of(Sample.class))
        .containsExactlyInAnyOrder(
            new GuardedCase(Sample.class.getName() + ".near", Sample.class.getName() + ".floor"),
            new GuardedCase(Sample.class.getName() + ".far", "other.Place.floor"));
  }

  /** Stands for the benchmarks of a library beside these. */
  public static class Sample {
    @Floor("floor")
    public void near() {}

    @Floor("other.Place.floor")
    public void far() {}

    public void floor() {}
  }

  @Test
  void benchmarks_on_the_class_path_are_found_by_name() {
    List<GuardedCase> cases = GuardedCases.onClassPath(Pattern.compile("Deep\\.co"));
    assertThat(cases).containsExactly(new GuardedCase(DEEP + ".coroutine", DEEP + ".handWritten"));
  }

  @Test
  void every_floor_is_a_benchmark() throws Exception {
    List<GuardedCase> cases = GuardedCases.onClassPath(Pattern.compile(""));
    assertThat(cases).hasSizeGreaterThan(20);
    for (GuardedCase guarded : cases) {
      int dot = guarded.floor().lastIndexOf('.');
      Class<?> type = Class.forName(guarded.floor().substring(0, dot));
      assertThat(Arrays.stream(type.getMethods()).filter(m -> isBenchmark(m)).map(Method::getName))
          .as(guarded.benchmark())
          .contains(guarded.floor().substring(dot + 1));
    }
  }

  private static boolean isBenchmark(Method method) {
    return method.isAnnotationPresent(Benchmark.class);
  }
}
