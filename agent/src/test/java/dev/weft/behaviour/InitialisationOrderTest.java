package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HARD 2: a class is initialised before the arguments of its constructor are evaluated. */
@Case("OS-08")
@Woven
class InitialisationOrderTest {
  private static final List<Object> LOG = new ArrayList<>();

  static class Late {
    static {
      LOG.add("initialised");
    }

    Late(Object... values) {
      LOG.add(List.of(values));
    }
  }

  @Coroutine
  static Generator<Integer, String, Late> makes() {
    LOG.add("before");
    Late made = new Late("a", Coroutines.yield(1), Coroutines.yield(2));
    return Coroutines.done(made);
  }

  @Test
  void a_class_is_initialised_before_its_arguments() {
    Generator<Integer, String, Late> generator = makes();
    assertThat(generator.next()).isEqualTo(1);
    assertThat(LOG).containsExactly("before", "initialised");
    generator.send("b");
    assertThat(LOG).hasSize(2);
    assertThatThrownBy(() -> generator.send("c")).isInstanceOf(StopIteration.class);
    assertThat(LOG).containsExactly("before", "initialised", List.of("a", "b", "c"));
  }

  static class Never {
    static {
      LOG.add("initialised");
    }

    Never(Object value) {}
  }

  @Coroutine
  static Generator<Integer, String, Never> isLeft() {
    return Coroutines.done(new Never(Coroutines.yield(1)));
  }

  @Test
  void also_if_the_generator_is_closed_before_the_constructor() {
    Generator<Integer, String, Never> generator = isLeft();
    generator.next();
    generator.close();
    assertThat(LOG).containsExactly("initialised");
  }

  static class Broken {
    static {
      if (LOG.isEmpty()) {
        throw new IllegalStateException("broken");
      }
    }

    Broken(Object value) {}
  }

  @Coroutine
  static Generator<Object, String, Void> breaks() {
    for (int i = 0; i < 2; i++) {
      try {
        Coroutines.yield(new Broken(Coroutines.yield("never")));
      } catch (LinkageError e) {
        Coroutines.yield(e.getClass());
      }
    }
    return Coroutines.done();
  }

  @Test
  void an_initialiser_that_fails_does_so_before_the_arguments() {
    Generator<Object, String, Void> generator = breaks();
    assertThat(generator.next()).isEqualTo(ExceptionInInitializerError.class);
    assertThat(generator.next()).isEqualTo(NoClassDefFoundError.class);
    assertThat(generator.hasNext()).isFalse();
  }
}
