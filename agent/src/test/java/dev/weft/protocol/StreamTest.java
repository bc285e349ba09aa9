package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A generator as a stream, and in for-each. */
@Woven
class StreamTest {
  private final List<Object> log = new ArrayList<>();

  @Coroutine
  private Generator<Integer, Void, Void> counting() {
    try {
      for (int i = 1; ; i++) {
        log.add("to " + i);
        Coroutines.yield(i);
      }
    } finally {
      log.add("finally");
    }
  }

  @Test
  void making_the_stream_runs_nothing() {
    Generator<Integer, Void, Void> generator = counting();
    Stream<Integer> stream = generator.stream().map(i -> i * 2).filter(i -> i > 2);
    assertThat(log).isEmpty();
    assertThat(generator.state()).isEqualTo(State.CREATED);
    assertThat(stream.findFirst()).contains(4);
    assertThat(log).containsExactly("to 1", "to 2");
  }

  @Test
  void no_more_is_run_than_is_asked_for() {
    assertThat(counting().stream().limit(3).toList()).containsExactly(1, 2, 3);
    assertThat(log).containsExactly("to 1", "to 2", "to 3");
  }

  @Test
  void closing_the_stream_closes_the_generator() {
    Generator<Integer, Void, Void> generator = counting();
    try (Stream<Integer> stream = generator.stream()) {
      assertThat(stream.findFirst()).contains(1);
      assertThat(generator.state()).isEqualTo(State.SUSPENDED);
    }
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("to 1", "finally");
  }

  @Test
  void ending_the_stream_does_not() {
    Generator<Integer, Void, Void> generator = counting();
    assertThat(generator.stream().findFirst()).contains(1);
    assertThat(generator.state()).isEqualTo(State.SUSPENDED);
  }

  @Test
  void it_is_ordered_and_sequential_and_of_unknown_size() {
    Stream<Integer> stream = counting().stream();
    assertThat(stream.isParallel()).isFalse();
    Spliterator<Integer> items = stream.spliterator();
    assertThat(items.hasCharacteristics(Spliterator.ORDERED)).isTrue();
    assertThat(items.hasCharacteristics(Spliterator.SIZED)).isFalse();
    assertThat(items.hasCharacteristics(Spliterator.NONNULL)).isFalse();
    assertThat(log).isEmpty();
  }

  @Test
  void it_gives_what_is_left() {
    Generator<Integer, Void, Void> generator = counting();
    generator.next();
    assertThat(generator.hasNext()).isTrue(); // the value that waits comes first
    assertThat(generator.stream().limit(2).toList()).containsExactly(2, 3);
  }

  @Test
  void the_result_is_to_be_had_afterwards() {
    Generator<Integer, Void, String> generator =
        Generator.of(out -> {
          out.yield(1);
          return "r";
        });
    assertThat(generator.stream().count()).isEqualTo(1);
    assertThat(generator.result()).isEqualTo("r");
  }

  @Test
  void a_checked_exception_of_the_body_passes_through() {
    IOException failure = new IOException();
    Generator<Integer, Void, Void> generator =
        Generator.each(out -> {
          out.yield(1);
          throw failure;
        });
    assertThatThrownBy(() -> generator.stream().toList()).isSameAs(failure);
  }

  @Coroutine
  private Stream<Integer> declaredAsStream() {
    try {
      Coroutines.yield(1);
      Coroutines.yield(2);
    } finally {
      log.add("finally");
    }
    return Coroutines.end();
  }

  @Test
  void a_method_declared_as_a_stream_closes_with_it() {
    try (Stream<Integer> stream = declaredAsStream()) {
      assertThat(stream.limit(1).toList()).containsExactly(1);
    }
    assertThat(log).containsExactly("finally");
    assertThat(declaredAsStream().toList()).containsExactly(1, 2);
  }

  @Test
  void for_each_runs_to_the_end() {
    Generator<Integer, Void, Void> generator =
        Generator.each(out -> out.yieldFrom(List.of(1, 2, 3)));
    int sum = 0;
    for (int i : generator) {
      sum += i;
    }
    assertThat(sum).isEqualTo(6);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    for (int i : generator) {
      throw new AssertionError("a second loop sees nothing, not even " + i);
    }
  }

  @Test
  void remove_is_not_for_generators() {
    Generator<Integer, Void, Void> generator = counting();
    generator.next();
    assertThatThrownBy(generator::remove).isInstanceOf(UnsupportedOperationException.class);
    assertThat(generator.next()).isEqualTo(2);
  }
}
