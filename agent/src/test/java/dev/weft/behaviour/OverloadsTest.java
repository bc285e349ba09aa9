package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Overloads whose woven bodies would have the same signature. */
@Case("CA-21")
@Woven
@SuppressWarnings("AmbiguousMethodReference") // which is what is tested
class OverloadsTest {
  @Coroutine
  static Generator<Object, Object, Void> items(int count) {
    Coroutines.yield(count);
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Object, Object, Void> items(String text) {
    Coroutines.yield(text);
    return Coroutines.done();
  }

  @Coroutine
  static void items() {
    Coroutines.yield("none");
  }

  @Test
  void generator_methods_of_one_name_keep_their_own_bodies() {
    assertThat(items(7).next()).isEqualTo(7);
    assertThat(items("seven").next()).isEqualTo("seven");
    assertThat(Generator.each(out -> items()).next()).isEqualTo("none");
  }

  @Coroutine
  void who() {
    Coroutines.yield("instance");
  }

  @Coroutine
  static void who(OverloadsTest self) {
    Coroutines.yield("static");
  }

  @Test
  void instance_and_static_overloads_keep_their_own_bodies() {
    assertThat(Generator.each(out -> this.who()).next()).isEqualTo("instance");
    assertThat(Generator.each(out -> who(this)).next()).isEqualTo("static");
  }
}
