package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  void peers_stand_case_by_case_with_what_they_can() {
    Peer one = new SamplePeer("One 1.0", Set.of(Case.GENERATE, Case.DEEP));
    Peer other = new SamplePeer("Other 2.0", EnumSet.allOf(Case.class));
    assertThat(Contestant.peers(List.of(one, other)))
        .extracting(Contestant::fullLabel)
        .containsExactly(
            "One 1.0, generate, next()",
            "Other 2.0, generate, next()",
            "Other 2.0, send()",
            "One 1.0, 100 calls deep, next()",
            "Other 2.0, 100 calls deep, next()");
  }

  @Test
  void peer_is_timed_and_weighed_by_itself() {
    Peer peer = new SamplePeer("One 1.0", Set.of(Case.DEEP));
    Contestant contestant = Contestant.peers(List.of(peer)).get(0);
    assertThat(contestant.benchmark()).isEqualTo(SamplePeer.class.getName() + ".deep");
    assertThat(contestant.parameters()).containsExactly(Map.entry("depth", "100"));
    assertThat(contestant.subject().maker().get()).isEqualTo("One 1.0, suspended: DEEP");
  }

  private record SamplePeer(String name, Set<Case> cases) implements Peer {
    @Override
    public Object suspended(Case kind) {
      return name + ", suspended: " + kind;
    }
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
        .containsOnly(
            Family.COROUTINE, Family.CONTINUATION, Family.VIRTUAL_THREAD, Family.PLATFORM_THREAD);
    assertThat(Contestant.runnable(true)).hasSameSizeAs(Contestant.all());
  }
}
