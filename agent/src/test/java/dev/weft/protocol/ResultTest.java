package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what a body returns is handed over: once by StopIteration, always by result(). */
@Woven
class ResultTest {
  @Coroutine
  static <R> Generator<Integer, Void, R> returning(R result) {
    Coroutines.yield(1);
    return Coroutines.done(result);
  }

  @Case("GP-22")
  @Test
  void hasNext_at_the_end_leaves_the_result_for_the_first_StopIteration() {
    Generator<Integer, Void, String> generator = returning("r");
    generator.next();
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(generator.result()).isEqualTo("r"); // does not take it
    assertThat(stop(generator).value()).isEqualTo("r");
    assertThat(stop(generator).value()).isNull();
    assertThat(generator.result()).isEqualTo("r");
  }

  @Test
  void send_finds_it_after_hasNext_too() {
    Generator<Integer, Void, String> generator = returning("r");
    generator.next();
    assertThat(generator.hasNext()).isFalse();
    StopIteration stop = catchThrowableOfType(StopIteration.class, () -> generator.send(null));
    assertThat(stop.value()).isEqualTo("r");
  }

  @Test
  void a_delegation_begun_after_hasNext_met_the_end_has_it() {
    Generator<Integer, Void, String> inner = returning("r");
    inner.next();
    assertThat(inner.hasNext()).isFalse();
    Generator<Integer, Void, List<String>> outer =
        Generator.of(out -> {
          List<String> results = new ArrayList<>();
          results.add(out.yieldFrom(inner));
          results.add(out.yieldFrom(inner)); // gone by now
          return results;
        });
    assertThat(outer.hasNext()).isFalse();
    assertThat(outer.result()).containsExactly("r", null);
  }

  @Test
  void a_for_each_to_the_end_leaves_the_result() {
    Generator<Integer, Void, String> generator = returning("r");
    List<Integer> seen = new ArrayList<>();
    for (int item : generator) {
      seen.add(item);
    }
    assertThat(seen).containsExactly(1);
    assertThat(generator.result()).isEqualTo("r");
  }

  @Case("GP-07")
  @Test
  void a_result_that_is_an_exception_is_a_value() {
    StopIteration result = new StopIteration("not this");
    Generator<Integer, Void, StopIteration> generator = returning(result);
    generator.next();
    assertThat(stop(generator).value()).isSameAs(result);
    assertThat(generator.result()).isSameAs(result);
  }

  @Test
  void a_result_may_be_null() {
    Generator<Integer, Void, String> generator = returning(null);
    generator.next();
    assertThat(stop(generator).value()).isNull();
    assertThat(generator.result()).isNull();
  }

  @Test
  void a_body_that_returns_nothing_has_the_result_null() {
    Generator<Integer, Void, Void> generator = Generator.each(out -> out.yield(1));
    assertThat(generator.next()).isEqualTo(1);
    assertThat(stop(generator).value()).isNull();
    assertThat(generator.result()).isNull();
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  @Coroutine
  static Generator<Integer, Void, String> endingThus(int how) {
    if (how == 0) {
      return null;
    }
    if (how == 1) {
      return Coroutines.done();
    }
    if (how == 2) {
      return Coroutines.end();
    }
    Generator<Integer, Void, String> later = Coroutines.done("later");
    Coroutines.yield(how);
    return later;
  }

  @Test
  void a_generator_method_ends_by_null_done_or_end() {
    for (int how = 0; how < 3; how++) {
      Generator<Integer, Void, String> generator = endingThus(how);
      assertThat(generator.hasNext()).isFalse();
      assertThat(generator.result()).isNull();
    }
  }

  @Test
  void done_need_not_be_returned_at_once() {
    Generator<Integer, Void, String> generator = endingThus(3);
    assertThat(generator.next()).isEqualTo(3);
    assertThat(stop(generator).value()).isEqualTo("later");
  }

  @Coroutine
  static Generator<Integer, Void, String> confused(Generator<Integer, Void, String> other) {
    Coroutines.yield(1);
    return other;
  }

  @Test
  void to_return_another_generator_is_an_error() {
    Generator<Integer, Void, String> other = returning("r");
    Generator<Integer, Void, String> generator = confused(other);
    generator.next();
    IllegalStateException error =
        catchThrowableOfType(IllegalStateException.class, generator::next);
    assertThat(error)
        .hasMessage(
            "a generator method must return null, done(..) or end(), but returned a "
                + other.getClass().getName()
                + "; to yield what it holds, yieldFrom it");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(other.state()).isEqualTo(State.CREATED);
  }

  private static StopIteration stop(Generator<?, ?, ?> generator) {
    return catchThrowableOfType(StopIteration.class, generator::next);
  }
}
