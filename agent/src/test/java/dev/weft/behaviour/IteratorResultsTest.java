package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Subroutines whose type argument happens to be a type that would make a generator method: what
 * counts is what the interface's method is declared to return.
 */
@Woven
class IteratorResultsTest {
  interface Maker<T> {
    @Coroutine
    T make();
  }

  @Coroutine
  static <T> Generator<String, Void, T> run(Maker<T> maker) {
    return Coroutines.done(maker.make());
  }

  private static Iterator<String> plain() {
    return List.of("a", "b").iterator();
  }

  @Coroutine
  private static Iterator<String> generator() {
    Coroutines.yield("c");
    return null;
  }

  @Test
  void a_lambda_may_return_an_iterator() {
    Maker<Iterator<String>> maker = () -> List.of("a", "b").iterator();
    Iterator<String> made = Drive.toEnd(run(maker), null);
    assertThat(made).toIterable().containsExactly("a", "b");
    assertThat(maker.make()).toIterable().containsExactly("a", "b");
  }

  @Test
  void a_lambda_may_yield_and_then_return_a_stream() {
    Maker<Stream<String>> maker =
        () -> {
          Coroutines.yield("first");
          return Stream.of("x", "y");
        };
    Generator<String, Void, Stream<String>> generator = run(maker);
    assertThat(generator.next()).isEqualTo("first");
    assertThat(Drive.toEnd(generator, null)).containsExactly("x", "y");
  }

  @Test
  void a_method_reference_may_return_an_iterator() {
    Maker<Iterator<String>> toPlain = IteratorResultsTest::plain;
    assertThat(Drive.toEnd(run(toPlain), null)).toIterable().containsExactly("a", "b");
    Maker<Iterator<String>> toGenerator = IteratorResultsTest::generator;
    assertThat(Drive.toEnd(run(toGenerator), null)).toIterable().containsExactly("c");
  }

  @Test
  void the_body_of_a_generator_may_return_an_iterable() {
    Generator<String, Void, Iterable<String>> generator =
        Generator.of(out -> {
          out.yield("first");
          return List.of("x", "y");
        });
    assertThat(generator.next()).isEqualTo("first");
    assertThat(Drive.toEnd(generator, null)).containsExactly("x", "y");
  }

  @Test
  void the_body_of_a_generator_may_return_a_generator() {
    Generator<String, Void, Generator<String, Void, Void>> outer =
        Generator.of(out -> {
          out.yield("outer");
          return Generator.each(inner -> inner.yield("inner"));
        });
    assertThat(outer.next()).isEqualTo("outer");
    Generator<String, Void, Void> inner = Drive.toEnd(outer, null);
    assertThat(inner.stream()).containsExactly("inner");
  }

  static class MakesIterators implements Maker<Iterator<String>> {
    @Coroutine
    @Override
    public Iterator<String> make() {
      Coroutines.yield("made");
      return null;
    }
  }

  static class MakesPlainly implements Maker<Iterator<String>> {
    @Override
    public Iterator<String> make() {
      return plain();
    }
  }

  @Test
  void an_override_may_be_a_generator_method() {
    assertThat(Drive.toEnd(run(new MakesIterators()), null)).toIterable().containsExactly("made");
    assertThat(Drive.toEnd(run(new MakesPlainly()), null)).toIterable().containsExactly("a", "b");
    assertThat(new MakesIterators().make()).toIterable().containsExactly("made");
  }
}
