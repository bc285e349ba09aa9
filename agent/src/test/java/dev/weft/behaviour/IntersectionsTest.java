package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** Lambdas that are of further types besides their coroutine interface, or of a narrower one. */
@Woven
class IntersectionsTest {
  interface Step {
    @Coroutine
    String run(String argument);
  }

  interface Marker {}

  interface Named {
    default String name() {
      return "named";
    }
  }

  interface General<T> {
    @Coroutine
    T run(T argument);
  }

  interface Inherits extends General<String> {}

  interface Narrows extends General<String> {
    @Coroutine
    @Override
    String run(String argument);
  }

  interface NarrowsPlainly extends General<String> {
    @Override
    String run(String argument);
  }

  @Coroutine
  static Generator<String, String, String> run(Step step) {
    return Coroutines.done("(" + step.run("x") + ")");
  }

  @Coroutine
  static Generator<String, String, String> runGeneral(General<String> step) {
    return Coroutines.done("(" + step.run("x") + ")");
  }

  private static void check(Generator<String, String, String> generator) {
    assertThat(generator.next()).isEqualTo("x?");
    assertThat(Drive.toEnd(generator, "!")).isEqualTo("(x!)");
  }

  @Test
  void the_marker_comes_last() {
    Step step = (Step & Marker & Named) x -> x + Coroutines.yield(x + "?");
    assertThat(step).isInstanceOf(Marker.class);
    assertThat(((Named) step).name()).isEqualTo("named");
    check(run(step));
  }

  @Test
  void the_marker_comes_first() {
    Step step = (Marker & Named & Step) x -> x + Coroutines.yield(x + "?");
    assertThat(step).isInstanceOf(Marker.class);
    check(run(step));
  }

  @Test
  void serializable_comes_first() {
    Step step = (Serializable & Step) x -> x + Coroutines.yield(x + "?");
    assertThat(step).isInstanceOf(Serializable.class);
    check(run(step));
  }

  @Test
  void the_method_is_inherited() {
    Inherits step = x -> x + Coroutines.yield(x + "?");
    check(runGeneral(step));
  }

  @Coroutine
  static Generator<String, String, String> runNarrow(Narrows step) {
    return Coroutines.done("(" + step.run("x") + ")");
  }

  @Test
  void the_method_is_narrowed() {
    Narrows step = x -> x + Coroutines.yield(x + "?");
    check(runGeneral(step));
    check(runNarrow(step));
  }

  @Test
  void a_narrower_method_without_the_annotation_is_plain() {
    NarrowsPlainly step = x -> x + ".";
    assertThat(Drive.toEnd(runGeneral(step), null)).isEqualTo("(x.)");
  }

  @Test
  void lambdas_of_two_interfaces_at_once() {
    var both = (Narrows & Step) x -> x + Coroutines.yield(x + "?");
    check(runGeneral(both));
    check(runNarrow(both));
    check(run(both));
  }
}
