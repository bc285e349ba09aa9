package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Body;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.VoidBody;
import dev.weft.Yielder;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The typed twin of Coroutines, which belongs to one coroutine. */
@Woven
class YielderTest {
  @Test
  void it_yields_and_receives() {
    Generator<String, Integer, Integer> generator =
        Generator.of(out -> out.yield("a") + out.yield("b"));
    assertThat(generator.next()).isEqualTo("a");
    assertThat(generator.send(1)).isEqualTo("b");
    assertThatThrownBy(() -> generator.send(2)).hasMessage("the generator has ended");
    assertThat(generator.result()).isEqualTo(3);
  }

  @Test
  void it_delegates_to_iterators_and_collections() {
    Generator<Integer, Void, Void> generator =
        Generator.each(out -> {
          out.yieldFrom(List.of(1, 2));
          out.yieldFrom(List.of(3).iterator());
          out.yieldFrom(Generator.<Integer, Void>each(inner -> inner.yield(4)));
          out.yieldFrom(Arrays.asList(5, null));
        });
    List<Integer> seen = new ArrayList<>();
    generator.forEachRemaining(seen::add);
    assertThat(seen).containsExactly(1, 2, 3, 4, 5, null);
  }

  @Coroutine
  private static void countDown(Yielder<Integer, Void> out, int from) {
    if (from > 0) {
      out.yield(from);
      countDown(out, from - 1);
    }
  }

  @Test
  void it_can_be_handed_to_subroutines() {
    Generator<Integer, Void, Void> generator = Generator.each(out -> countDown(out, 3));
    List<Integer> seen = new ArrayList<>();
    generator.forEachRemaining(seen::add);
    assertThat(seen).containsExactly(3, 2, 1);
  }

  @Test
  void the_same_coroutine_may_use_both() {
    Generator<Integer, Void, Void> generator =
        Generator.each(out -> {
          out.yield(1);
          Coroutines.yield(2);
        });
    assertThat(generator.next()).isEqualTo(1);
    assertThat(generator.next()).isEqualTo(2);
  }

  @Test
  void that_of_another_coroutine_is_an_error() {
    AtomicReference<Yielder<Object, Object>> stolen = new AtomicReference<>();
    Generator<Object, Object, Void> owner =
        Generator.each(out -> {
          stolen.set(out);
          out.yield("owner");
        });
    owner.next();
    Generator<Object, Object, Void> thief = Generator.each(out -> stolen.get().yield("stolen"));
    assertThatThrownBy(thief::next)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("this Yielder belongs to " + owner)
        .hasMessageContaining(", but the running coroutine is generator ");
    assertThat(thief.state()).isEqualTo(State.CLOSED);
    assertThat(owner.state()).isEqualTo(State.SUSPENDED);
  }

  @Test
  void so_is_that_of_an_outer_generator_that_runs_too() {
    Generator<Object, Object, Object> outer =
        Generator.of(out -> {
          Generator<Object, Object, Void> inner =
              Generator.each(ignored -> out.yield("through the wrong one"));
          try {
            return inner.next();
          } catch (IllegalStateException e) {
            return e.getMessage();
          }
        });
    assertThat(outer.hasNext()).isFalse();
    assertThat((String) outer.result()).startsWith("this Yielder belongs to ");
  }

  @Test
  void delegating_with_anothers_is_the_same_error() {
    AtomicReference<Yielder<Object, Object>> stolen = new AtomicReference<>();
    Generator<Object, Object, Void> owner = Generator.each(stolen::set);
    assertThat(owner.hasNext()).isFalse();
    Generator<Object, Object, Void> thief =
        Generator.each(out -> stolen.get().yieldFrom(List.of(1)));
    assertThatThrownBy(thief::next).hasMessageStartingWith("this Yielder belongs to ");
  }

  @Test
  void plain_code_cannot_use_one() {
    AtomicReference<Yielder<Object, Object>> stolen = new AtomicReference<>();
    assertThat(Generator.<Object, Object>each(stolen::set).hasNext()).isFalse();
    assertThatThrownBy(() -> stolen.get().yield("plain"))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Yielder.yield was called in " + YielderTest.class.getName())
        .hasMessageContaining("annotate the method @Coroutine");
    assertThatThrownBy(() -> stolen.get().yieldFrom(List.of()))
        .hasMessageStartingWith("Yielder.yieldFrom was called in ");
  }

  @Test
  void a_null_yielder_is_a_NullPointerException() {
    Generator<Object, Object, Void> generator = Generator.each(out -> countDown(null, 1));
    assertThatThrownBy(generator::next).isExactlyInstanceOf(NullPointerException.class);
  }

  @Test
  void of_and_each_refuse_null_at_once() {
    assertThatThrownBy(() -> Generator.of((Body<?, ?, ?>) null))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessage("body");
    assertThatThrownBy(() -> Generator.each((VoidBody<?, ?>) null))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessage("body");
  }
}
