package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Coroutines that override or implement methods of the JDK. */
@Woven
class JdkInterfacesTest {
  record Tree(Tree left, int value, Tree right) implements Iterable<Integer> {
    @Coroutine
    @Override
    public Iterator<Integer> iterator() {
      if (left != null) {
        Coroutines.yieldFrom(left);
      }
      Coroutines.yield(value);
      if (right != null) {
        Coroutines.yieldFrom(right);
      }
      return null;
    }
  }

  private static Tree leaf(int value) {
    return new Tree(null, value, null);
  }

  @Test
  void the_iterator_of_an_iterable() {
    Tree tree = new Tree(leaf(1), 2, new Tree(leaf(3), 4, null));
    assertThat(tree).containsExactly(1, 2, 3, 4);
    List<Integer> items = new ArrayList<>();
    for (int value : tree) {
      items.add(value);
    }
    assertThat(items).containsExactly(1, 2, 3, 4);
  }

  static class Words implements Iterable<String> {
    @Coroutine
    @Override
    public Generator<String, Void, Integer> iterator() {
      Coroutines.yield("a");
      Coroutines.yield("b");
      return Coroutines.done(2);
    }
  }

  @Test
  void the_same_with_a_narrower_type() {
    assertThat(new Words()).containsExactly("a", "b");
    Generator<String, Void, Integer> generator = new Words().iterator();
    assertThat(generator.stream()).containsExactly("a", "b");
    assertThat(generator.result()).isEqualTo(2);
  }

  static class Squares extends AbstractCollection<Integer> {
    @Coroutine
    @Override
    public Iterator<Integer> iterator() {
      for (int i = 0; i < size(); i++) {
        Coroutines.yield(i * i);
      }
      return Coroutines.end();
    }

    @Override
    public int size() {
      return 4;
    }
  }

  @Test
  void the_iterator_of_a_collection() {
    assertThat(new Squares()).containsExactly(0, 1, 4, 9).contains(9);
    assertThat(new Squares().stream().mapToInt(i -> i).sum()).isEqualTo(14);
    assertThat(new ArrayList<>(new Squares())).hasSize(4);
  }

  static class Source
      implements Supplier<Stream<String>>, Callable<String>, Function<String, String> {
    @Coroutine
    @Override
    public Stream<String> get() {
      Coroutines.yield("supplied");
      return null;
    }

    @Coroutine
    @Override
    public String call() {
      return "called " + Coroutines.yield("call?");
    }

    @Coroutine
    @Override
    public String apply(String argument) {
      return argument + Coroutines.yield("apply?");
    }

    @Coroutine
    @Override
    public String toString() {
      return "text " + Coroutines.yield("toString?");
    }
  }

  @Coroutine
  static Generator<String, String, String> callAll(Source source) {
    return Coroutines.done(source.call() + source.apply("x") + source.toString());
  }

  @Test
  void subroutines_are_called_by_their_own_type() {
    Generator<String, String, String> generator = callAll(new Source());
    assertThat(generator.next()).isEqualTo("call?");
    assertThat(generator.send("1")).isEqualTo("apply?");
    assertThat(generator.send("2")).isEqualTo("toString?");
    assertThat(Drive.toEnd(generator, "3")).isEqualTo("called 1x2text 3");
    assertThat(new Source().get()).containsExactly("supplied");
    assertThat(((Supplier<Stream<String>>) new Source()).get()).containsExactly("supplied");
  }

  @Coroutine
  static Generator<String, String, String> callByInterface(Callable<String> source)
      throws Exception {
    return Coroutines.done(source.call());
  }

  @Test
  void a_call_through_the_type_of_the_jdk_is_plain() throws Exception {
    Generator<String, String, String> generator = callByInterface(new Source());
    assertThatThrownBy(generator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("JdkInterfacesTest$Source.call");
    assertThat(Drive.toEnd(callByInterface(() -> "plain"), null)).isEqualTo("plain");
  }

  @Test
  void plain_code_that_needs_the_text_gets_an_error() {
    assertThatThrownBy(() -> String.valueOf(new Source()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no generator to suspend");
  }
}
