package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generator methods wherever methods can be. */
@Woven
class GeneratorMethodsTest {
  interface Source {
    @Coroutine
    Generator<String, Void, Integer> items();

    @Coroutine
    default Generator<String, Void, Integer> twice() {
      int one = Coroutines.yieldFrom(items());
      int two = Coroutines.yieldFrom(items());
      return Coroutines.done(one + two + Coroutines.<Integer>yieldFrom(more("more")));
    }

    @Coroutine
    private Generator<String, Void, Integer> more(String name) {
      Coroutines.yield(name);
      return Coroutines.done(Coroutines.<Integer>yieldFrom(most(name)));
    }

    @Coroutine
    static Generator<String, Void, Integer> most(String name) {
      Coroutines.yield(name + " and most");
      return Coroutines.done(1000);
    }
  }

  static class Words implements Source {
    int started;

    @Coroutine
    @Override
    public Generator<String, Void, Integer> items() {
      started++;
      Coroutines.yield("word");
      return Coroutines.done(1);
    }
  }

  static class MoreWords extends Words {
    @Coroutine
    @Override
    public Generator<String, Void, Integer> items() {
      int above = Coroutines.yieldFrom(super.items());
      Coroutines.yield("more");
      return Coroutines.done(above + 1);
    }
  }

  static class Ready implements Source {
    @Override
    public Generator<String, Void, Integer> items() {
      return Source.most("ready");
    }
  }

  @Test
  void of_an_interface_default_private_and_static() {
    Generator<String, Void, Integer> generator = new Words().twice();
    assertThat(generator.stream()).containsExactly("word", "word", "more", "more and most");
    assertThat(generator.result()).isEqualTo(1002);
  }

  @Test
  void overridden_by_another() {
    Generator<String, Void, Integer> generator = new MoreWords().items();
    assertThat(generator.stream()).containsExactly("word", "more");
    assertThat(generator.result()).isEqualTo(2);
    assertThat(new MoreWords().twice().stream())
        .containsExactly("word", "more", "word", "more", "more", "more and most");
  }

  @Test
  void overridden_by_a_plain_method() {
    assertThat(new Ready().items().stream()).containsExactly("ready and most");
    assertThat(new Ready().twice().stream()).hasSize(4);
  }

  @Case("GP-17")
  @Test
  void a_call_runs_none_of_the_body() {
    Words words = new Words();
    Generator<String, Void, Integer> generator = words.items();
    assertThat(words.started).isZero();
    assertThat(generator.state()).isEqualTo(State.CREATED);
    generator.next();
    assertThat(words.started).isEqualTo(1);
  }

  static final class Counter {
    private final int limit;

    Counter(int limit) {
      this.limit = limit;
    }

    @Coroutine
    private Generator<Integer, Void, Void> countTo(int last) {
      for (int i = 1; i <= Math.min(last, limit); i++) {
        Coroutines.yield(i);
      }
      return null;
    }

    @Coroutine
    static Iterator<Integer> countDown(int from) {
      while (from > 0) {
        Coroutines.yield(from--);
      }
      return Coroutines.done();
    }

    @Coroutine
    synchronized Generator<Integer, Void, Void> locked() {
      Coroutines.yield(1);
      return null;
    }
  }

  @Test
  void private_ones_of_a_nestmate_and_static_ones() {
    Counter counter = new Counter(3);
    assertThat(counter.countTo(10).stream()).containsExactly(1, 2, 3);
    assertThat(counter.countTo(2).stream()).containsExactly(1, 2);
    assertThat(Counter.countDown(3)).toIterable().containsExactly(3, 2, 1);
  }

  @Test
  void a_synchronized_one_is_refused() {
    assertThatThrownBy(() -> new Counter(3).locked())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("synchronized");
  }

  @Coroutine
  static Generator<Integer, Void, Void> walk(int depth) {
    if (depth > 0) {
      Coroutines.yield(depth);
      Coroutines.yieldFrom(walk(depth - 1));
      Coroutines.yield(-depth);
    }
    return null;
  }

  @Test
  void recursive_ones() {
    assertThat(walk(3).stream()).containsExactly(3, 2, 1, -1, -2, -3);
    assertThat(walk(1000).stream()).hasSize(2000);
  }

  interface Producer<T> {
    @Coroutine
    Iterator<T> produce(List<T> seed);
  }

  abstract static class Doubles<T> implements Producer<T> {
    @Coroutine
    @Override
    public Generator<T, Object, String> produce(List<T> seed) {
      for (T item : seed) {
        Coroutines.yield(item);
        Coroutines.yield(item);
      }
      return Coroutines.done("doubled");
    }
  }

  static class DoubleWords extends Doubles<String> {
    @Coroutine
    @Override
    public Generator<String, Object, String> produce(List<String> seed) {
      return Coroutines.done(Coroutines.<String>yieldFrom(super.produce(seed)) + "!");
    }
  }

  @Test
  void an_override_may_return_a_generator_for_an_iterator() {
    Producer<String> producer = new DoubleWords();
    assertThat(producer.produce(List.of("a", "b")))
        .toIterable()
        .containsExactly("a", "a", "b", "b");
    Generator<String, Object, String> generator = new DoubleWords().produce(List.of("c"));
    assertThat(generator.stream()).containsExactly("c", "c");
    assertThat(generator.result()).isEqualTo("doubled!");
  }

  @Coroutine
  static Generator<Integer, Void, Void> ofVariable(int first, int... others) {
    Coroutines.yield(first);
    for (int other : others) {
      Coroutines.yield(other);
    }
    return null;
  }

  @Test
  void with_variable_arguments() {
    assertThat(ofVariable(1).stream()).containsExactly(1);
    assertThat(ofVariable(1, 2, 3).stream()).containsExactly(1, 2, 3);
  }
}
