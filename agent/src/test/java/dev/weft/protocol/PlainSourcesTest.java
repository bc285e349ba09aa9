package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** yieldFrom what is no generator: iterators, collections, streams, texts and arrays. */
@Woven
class PlainSourcesTest {
  private final List<Object> log = new ArrayList<>();

  @Coroutine
  private Generator<Object, Object, Object> all(String source) {
    Object result = "untouched";
    try {
      result =
          switch (source) {
            case "iterator" -> Coroutines.yieldFrom(List.of("a", "b").iterator());
            case "iterable" -> Coroutines.yieldFrom(List.of("a", "b"));
            case "stream" -> Coroutines.yieldFrom(Stream.of("a", "b"));
            case "text" -> Coroutines.yieldFrom("ab");
            case "array" -> Coroutines.yieldFrom(new Object[] {"a", "b"});
            case "yielder's iterator" -> Generators.iterate(List.of("a", "b").iterator());
            default -> throw new IllegalArgumentException(source);
          };
    } catch (UnsupportedOperationException | IllegalArgumentException | GeneratorExit e) {
      log.add(e.getClass().getSimpleName());
      throw e;
    } finally {
      log.add("finally");
    }
    Coroutines.yield(result);
    return Coroutines.done("end");
  }

  /** A subroutine that delegates, so that the source is not the generator method's own. */
  private static final class Generators {
    @Coroutine
    static Object iterate(Iterator<?> iterator) {
      return Coroutines.yieldFrom(iterator);
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @ValueSource(strings = {"iterator", "iterable", "stream", "text", "array", "yielder's iterator"})
  @interface EverySource {}

  @Case({"GP-06", "YF-09"})
  @EverySource
  void every_element_then_null(String source) {
    Generator<Object, Object, Object> generator = all(source);
    assertThat(generator.next()).isEqualTo("a");
    assertThat(generator.send(null)).isEqualTo("b");
    assertThat(generator.next()).isNull();
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo("end");
  }

  @Case("YF-10")
  @EverySource
  void to_send_a_value_is_an_error_at_the_delegation(String source) {
    Generator<Object, Object, Object> generator = all(source);
    generator.next();
    assertThatThrownBy(() -> generator.send("value"))
        .isExactlyInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("cannot send value to the plain iterator delegated to");
    assertThat(log).containsExactly("UnsupportedOperationException", "finally");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  @Case({"YF-09", "YF-29"})
  @EverySource
  void what_is_raised_is_thrown_at_the_delegation(String source) {
    Generator<Object, Object, Object> generator = all(source);
    generator.next();
    IllegalArgumentException raised = new IllegalArgumentException();
    assertThatThrownBy(() -> generator.raise(raised)).isSameAs(raised);
    assertThat(log).containsExactly("IllegalArgumentException", "finally");
  }

  @Case("YF-09")
  @EverySource
  void closing_acts_at_the_delegation(String source) {
    Generator<Object, Object, Object> generator = all(source);
    generator.next();
    generator.close();
    assertThat(log).containsExactly("GeneratorExit", "finally");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  @Coroutine
  private static Generator<Object, Void, Void> primitives() {
    Coroutines.yieldFrom(new int[] {1, 2});
    Coroutines.yieldFrom(IntStream.of(3));
    Coroutines.yieldFrom(DoubleStream.of(4.5));
    Coroutines.yieldFrom(Arrays.asList(5, null));
    return Coroutines.done();
  }

  @Test
  void ints_come_as_Integers_and_null_as_null() {
    List<Object> seen = new ArrayList<>();
    primitives().forEachRemaining(seen::add);
    assertThat(seen).containsExactly(1, 2, 3, 4.5, 5, null);
  }

  @Coroutine
  private static Generator<Object, Void, Void> nothings() {
    Coroutines.yieldFrom(List.of());
    Coroutines.yieldFrom(List.of().iterator());
    Coroutines.yieldFrom(Stream.empty());
    Coroutines.yieldFrom("");
    Coroutines.yieldFrom(new Object[0]);
    Coroutines.yieldFrom(new int[0]);
    Coroutines.yield("after them all");
    return Coroutines.done();
  }

  @Case("YF-19")
  @Test
  void an_empty_source_yields_nothing() {
    assertThat(nothings().next()).isEqualTo("after them all");
  }

  @Test
  void surrogates_come_one_by_one() {
    Generator<Object, Void, Void> generator =
        Generator.each(out -> Coroutines.yieldFrom("\uD83D\uDE00"));
    assertThat(generator.next()).isEqualTo("\uD83D");
    assertThat(generator.next()).isEqualTo("\uDE00");
    assertThat(generator.hasNext()).isFalse();
  }

  @Test
  void a_source_is_asked_for_one_element_at_a_time() {
    Generator<Object, Void, Void> generator =
        Generator.each(out -> Coroutines.yieldFrom(Stream.iterate(1, i -> i + 1).iterator()));
    assertThat(generator.next()).isEqualTo(1);
    assertThat(generator.next()).isEqualTo(2);
  }

  @Test
  void what_a_source_throws_is_thrown_at_the_delegation() { // YF-02, YF-12
    IllegalStateException failure = new IllegalStateException("source");
    Iterator<Object> source =
        new Iterator<>() {
          private int count;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Object next() {
            if (count++ > 0) {
              throw failure;
            }
            return "first";
          }
        };
    Generator<Object, Void, String> generator =
        Generator.of(out -> {
          try {
            return out.yieldFrom(source);
          } catch (IllegalStateException e) {
            log.add(e);
            return "caught";
          }
        });
    assertThat(generator.next()).isEqualTo("first");
    assertThat(generator.hasNext()).isFalse();
    assertThat(log).containsExactly(failure);
    assertThat(generator.result()).isEqualTo("caught");
  }
}
