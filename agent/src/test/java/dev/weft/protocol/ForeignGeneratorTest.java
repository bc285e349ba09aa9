package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.Snapshot;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Delegation to somebody else's implementation of the interface. */
@Woven
class ForeignGeneratorTest {
  private final List<Object> log = new ArrayList<>();

  /** Notes every call; ends when sent "end". */
  private final class Foreign implements Generator<Object, Object, String> {
    @Override
    public boolean hasNext() {
      throw new AssertionError("a delegation asks for values, not whether there are");
    }

    @Override
    public Object next() {
      log.add("next");
      return "value";
    }

    @Override
    public Object send(Object value) {
      log.add("send " + value);
      if ("end".equals(value)) {
        throw new StopIteration("foreign result");
      }
      return value;
    }

    @Override
    public Object raise(Throwable exception) {
      log.add(exception);
      if (exception instanceof AssertionError) {
        throw Sneaky.sneak(exception);
      }
      return "survived";
    }

    @Override
    public void close() {
      log.add("close");
    }

    @Override
    public String result() {
      throw new AssertionError("the result comes with the StopIteration");
    }

    @Override
    public State state() {
      return State.SUSPENDED;
    }

    @Override
    public Snapshot snapshot() {
      return new Snapshot(State.SUSPENDED, List.of(), null);
    }

    @Override
    public Iterator<Object> iterator() {
      return this;
    }

    @Override
    public Stream<Object> stream() {
      return Stream.empty();
    }
  }

  @Coroutine
  private static Generator<Object, Object, String> outer(Generator<Object, Object, String> inner) {
    String result = Coroutines.yieldFrom(inner);
    Coroutines.yield("after");
    return Coroutines.done(result);
  }

  @Test
  void next_and_send_reach_it() {
    Generator<Object, Object, String> generator = outer(new Foreign());
    assertThat(generator.next()).isEqualTo("value");
    assertThat(generator.next()).isEqualTo("value");
    assertThat(generator.send(1)).isEqualTo(1);
    assertThat(generator.send(null)).isEqualTo("value"); // PEP 380: null is next
    assertThat(log).containsExactly("next", "next", "send 1", "next");
  }

  @Case("YF-22")
  @Test
  void its_StopIteration_gives_the_result() {
    Generator<Object, Object, String> generator = outer(new Foreign());
    generator.next();
    assertThat(generator.send("end")).isEqualTo("after");
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo("foreign result");
  }

  @Case("YF-27")
  @Test
  void what_is_raised_reaches_it_as_it_is() {
    Generator<Object, Object, String> generator = outer(new Foreign());
    generator.next();
    IOException raised = new IOException();
    assertThat(generator.raise(raised)).isEqualTo("survived");
    assertThat(log).containsExactly("next", raised);
  }

  @Test
  void what_it_throws_passes_through() {
    Generator<Object, Object, String> generator = outer(new Foreign());
    generator.next();
    AssertionError raised = new AssertionError();
    assertThatThrownBy(() -> generator.raise(raised)).isSameAs(raised);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void closing_closes_it_once() {
    Generator<Object, Object, String> generator = outer(new Foreign());
    generator.next();
    generator.close();
    generator.close();
    assertThat(log).containsExactly("next", "close");
  }

  @Test
  void a_GeneratorExit_raised_closes_it() {
    Generator<Object, Object, String> generator = outer(new Foreign());
    generator.next();
    assertThatThrownBy(() -> generator.raise(new GeneratorExit()))
        .isInstanceOf(GeneratorExit.class);
    assertThat(log).containsExactly("next", "close");
  }

  @Test
  void it_is_the_delegate() {
    Generator<Object, Object, String> generator = outer(new Foreign());
    generator.next();
    assertThat(generator.snapshot().delegate()).isInstanceOf(Foreign.class);
  }
}
