package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delegates of every kind: what they give, what they throw, and what shows of them. */
@Woven
class DelegatesTest {
  private final List<Object> log = new ArrayList<>();

  @Coroutine
  private Generator<Object, Object, Object> outer(Object delegate) {
    try {
      Object result =
          delegate instanceof Generator<?, ?, ?> generator
              ? Coroutines.yieldFrom(generator)
              : Coroutines.yieldFrom((Iterable<?>) delegate);
      log.add("result");
      return Coroutines.done(result);
    } finally {
      log.add("outer finally");
    }
  }

  // === What they throw and return ===

  @Coroutine
  private Generator<Object, Object, Object> failingAfter(int values, Exception failure) {
    try {
      for (int i = 0; i < values; i++) {
        Coroutines.yield(i);
      }
      throw Sneaky.sneak(failure);
    } finally {
      log.add("inner finally");
    }
  }

  @Case("YF-02")
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void an_inner_that_fails_leaves_from_the_inside_out(int values) {
    IOException failure = new IOException();
    Generator<Object, Object, Object> outer = outer(failingAfter(values, failure));
    for (int i = 0; i < values; i++) {
      assertThat(outer.next()).isEqualTo(i);
    }
    assertThatThrownBy(outer::next).isSameAs(failure).hasNoCause();
    assertThat(log).containsExactly("inner finally", "outer finally");
    assertThat(outer.state()).isEqualTo(State.CLOSED);
  }

  @Case("YF-12")
  @Test
  void what_the_first_step_of_an_iterator_throws_leaves_the_outer() {
    IllegalStateException failure = new IllegalStateException("source");
    Iterable<Object> withoutIterator =
        () -> {
          throw failure;
        };
    Iterable<Object> withoutElements = () -> new Failing(failure);
    for (Iterable<Object> source : List.of(withoutIterator, withoutElements)) {
      log.clear();
      Generator<Object, Object, Object> outer = outer(source);
      assertThatThrownBy(outer::next).isSameAs(failure);
      assertThat(log).containsExactly("outer finally");
      assertThat(outer.state()).isEqualTo(State.CLOSED);
    }
  }

  private record Failing(RuntimeException failure) implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      throw failure;
    }

    @Override
    public Object next() {
      throw new AssertionError("never asked");
    }
  }

  @Case("YF-08")
  @Test
  void the_result_of_the_inner_is_the_very_object_it_returned() {
    StopIteration stop = new StopIteration("wrapped");
    for (Object result : Arrays.asList(null, 1, List.of(1, 2), new IOException(), stop)) {
      Generator<Object, Object, Object> inner =
          Generator.of(out -> {
            out.yield(1);
            return result;
          });
      Generator<Object, Object, Object> outer = outer(inner);
      outer.next();
      assertThatThrownBy(outer::next)
          .isNotSameAs(stop)
          .isInstanceOfSatisfying(
              StopIteration.class, end -> assertThat(end.value()).isSameAs(result));
      assertThat(outer.result()).isSameAs(result);
    }
  }

  /** An iterator that could be closed, which is nobody's business but its owner's. */
  private final class Closeable implements Iterator<Object>, AutoCloseable {
    @Override
    public boolean hasNext() {
      log.add("hasNext");
      return true;
    }

    @Override
    public Object next() {
      return "value";
    }

    @Override
    public void close() {
      log.add("closed");
    }
  }

  @Case("YF-09")
  @Test
  void a_plain_iterator_is_not_touched_by_close_and_raise() {
    Iterable<Object> source = Closeable::new;
    Generator<Object, Object, Object> closed = outer(source);
    assertThat(closed.next()).isEqualTo("value");
    closed.close();
    Generator<Object, Object, Object> raised = outer(source);
    raised.next();
    assertThatThrownBy(() -> raised.raise(new IOException())).isInstanceOf(IOException.class);
    assertThat(log).containsExactly("hasNext", "outer finally", "hasNext", "outer finally");
  }

  // === Implementations of one's own ===

  /** Of a generator in which whatever is done fails, but for next. */
  private static Generator<Object, Object, Object> failing(RuntimeException failure) {
    Generator<Object, Object, Object> values =
        Generator.of(out -> {
          while (true) {
            try {
              if (out.yield("value") != null) {
                throw failure;
              }
            } catch (Throwable e) {
              throw failure;
            }
          }
        });
    return new HandWritten(values);
  }

  /** Python's other half of this case, attributes that cannot be looked up, is none in Java. */
  @Case("YF-11")
  @ParameterizedTest
  @ValueSource(strings = {"send", "raise", "close"})
  void what_a_delegate_throws_instead_of_obeying_is_thrown_at_the_delegation(String call) {
    RuntimeException failure = new UnsupportedOperationException("no " + call);
    Generator<Object, Object, Object> outer = outer(failing(failure));
    assertThat(outer.next()).isEqualTo("value");
    assertThat(outer.next()).isEqualTo("value");
    assertThatThrownBy(
            () -> {
              switch (call) {
                case "send" -> outer.send(1);
                case "raise" -> outer.raise(new IOException());
                default -> outer.close();
              }
            })
        .isSameAs(failure);
    assertThat(log).containsExactly("outer finally");
    assertThat(outer.state()).isEqualTo(State.CLOSED);
  }

  @Case({"YF-22", "YF-23"})
  @Test
  void a_hand_written_delegate_gets_what_is_sent_as_it_is_and_its_end_is_the_result() {
    Object[] tuple = {1, 2};
    Generator<Object, Object, Object> echo =
        Generator.of(out -> out.yield(out.yield(out.yield("first"))));
    Generator<Object, Object, Object> outer = outer(new HandWritten(echo));
    outer.next();
    assertThat(outer.send(tuple)).isSameAs(tuple);
    assertThat(outer.send(List.of(tuple))).isEqualTo(List.of(1, 2));
    assertThatThrownBy(() -> outer.send(tuple))
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isSameAs(tuple));
  }

  @Case("YF-20")
  @Test
  void the_outer_is_running_while_the_delegate_is_being_closed() {
    AtomicReference<Generator<Object, Object, Object>> outer = new AtomicReference<>();
    for (boolean handWritten : new boolean[] {false, true}) {
      Generator<Object, Object, Object> inner = callingWhenClosed(outer);
      outer.set(outer(handWritten ? new HandWritten(inner) : inner));
      outer.get().next();
      outer.get().close();
    }
    assertThat(log).containsExactly(State.RUNNING, "outer finally", State.RUNNING, "outer finally");
  }

  private Generator<Object, Object, Object> callingWhenClosed(
      AtomicReference<Generator<Object, Object, Object>> outer) {
    return Generator.of(out -> {
      try {
        return out.yield(1);
      } finally {
        log.add(outer.get().state());
        assertThatThrownBy(() -> outer.get().next()).hasMessage("generator already executing");
        assertThatThrownBy(() -> outer.get().close()).hasMessage("generator already executing");
      }
    });
  }

  // === What shows ===

  /** On a resume the trace is completed while the exception is on its way out. */
  @Case("YF-21")
  @Test
  void the_frames_that_delegate_show_in_what_the_inner_throws_on_next_send_and_raise() {
    for (String call : List.of("next", "send", "raise")) {
      Generator<Object, Object, Object> outer = outer(through(call));
      outer.next();
      assertThatThrownBy(
              () -> {
                switch (call) {
                  case "next" -> outer.next();
                  case "send" -> outer.send(call);
                  default -> outer.raise(new IOException());
                }
              })
          .satisfies(thrown ->
              assertThat(thrown.getStackTrace())
                  .extracting(StackTraceElement::getMethodName)
                  .containsSubsequence("throwing", "through", "outer", call));
    }
  }

  @Coroutine
  private static Generator<Object, Object, Object> through(String call) {
    Object result = Coroutines.yieldFrom(throwing());
    return Coroutines.done(result + call);
  }

  @Coroutine
  private static Generator<Object, Object, Object> throwing() {
    try {
      Coroutines.yield("waiting");
    } catch (Exception e) {
      throw new IllegalArgumentException("after a raise", e);
    }
    throw new IllegalArgumentException("after next or send");
  }

  @Case("YF-24")
  @Timeout(60)
  @Test
  void a_chain_that_forms_a_circle_is_collected_once_it_is_abandoned() throws Exception {
    WeakReference<Object> outermost = abandoned();
    while (outermost.get() != null) {
      System.gc();
      Thread.sleep(1);
    }
    assertThat(log).isEmpty();
  }

  private WeakReference<Object> abandoned() {
    AtomicReference<Object> circle = new AtomicReference<>();
    Generator<Object, Object, Object> innermost =
        Generator.of(out -> {
          out.yield(1);
          return circle.get();
        });
    Generator<Object, Object, Object> outermost = outer(outer(innermost));
    circle.set(outermost);
    outermost.next();
    return new WeakReference<>(outermost);
  }

  /** Java delivers no signals between instructions: an interrupt arises where the thread blocks. */
  @Case("YF-25")
  @Test
  void an_interrupt_before_a_send_arises_in_the_innermost() {
    Generator<Object, Object, Object> sleeping =
        Generator.of(out -> {
          out.yield("awake");
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            log.add("innermost");
            throw e;
          }
          return "slept";
        });
    Generator<Object, Object, Object> outer = outer(outer(sleeping));
    outer.next();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> outer.send("now")).isExactlyInstanceOf(InterruptedException.class);
    assertThat(log).containsExactly("innermost", "outer finally", "outer finally");
    assertThat(Thread.interrupted()).isFalse();
  }
}
