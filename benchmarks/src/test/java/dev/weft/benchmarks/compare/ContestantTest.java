package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;

class ContestantTest {
  @ParameterizedTest
  @MethodSource("dev.weft.benchmarks.compare.Contestant#all")
  void names_a_benchmark_that_exists(Contestant contestant) throws ClassNotFoundException {
    String name = contestant.benchmark();
    int dot = name.lastIndexOf('.');
    assertThat(Class.forName(name.substring(0, dot)).getMethods())
        .anyMatch(method ->
            method.getName().equals(name.substring(dot + 1))
                && method.isAnnotationPresent(Benchmark.class));
  }

  @Test
  void old_jdk_leaves_out_what_it_lacks() {
    assertThat(Contestant.runnable(false))
        .extracting(Contestant::family)
        .containsOnly(Family.COROUTINE, Family.PLATFORM_THREAD);
  }

  @Test
  void new_jdk_runs_all_families() {
    assertThat(Contestant.runnable(true))
        .extracting(Contestant::family)
        .containsOnly(Family.values());
    assertThat(Contestant.runnable(true)).hasSameSizeAs(Contestant.all());
  }
}
