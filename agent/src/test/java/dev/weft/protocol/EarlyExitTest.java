package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A consumer that has enough: exactly the finally blocks around the yield run, inner ones first.
 */
@Woven(programs = true)
class EarlyExitTest {
  /** What has been seen when the consumer leaves at each of the numbers. */
  private static final List<String> SEEN =
      List.of("0", "01Z", "012XZ", "012X3Z", "012X34YZ", "012X34Y5Z", "012X34Y5Z6");

  private final List<Object> log = new ArrayList<>();

  @Coroutine
  static Object nested(List<Object> log) {
    Coroutines.yield(0);
    try {
      Coroutines.yield(1);
      try {
        Coroutines.yield(2);
      } finally {
        log.add("X");
      }
      Coroutines.yield(3);
      try {
        Coroutines.yield(4);
      } finally {
        log.add("Y");
      }
      Coroutines.yield(5);
    } finally {
      log.add("Z");
    }
    Coroutines.yield(6);
    return null;
  }

  private interface Consumer {
    void takeUpTo(Integer last, Generator<Object, Object, Object> generator);
  }

  private void assertSeen(String form, Consumer consumer) {
    for (int last = 0; last < SEEN.size(); last++) {
      log.clear();
      Generator<Object, Object, Object> generator = Programs.open(form, getClass(), "nested", log);
      consumer.takeUpTo(last, generator);
      assertThat(generator.state()).isEqualTo(State.CLOSED);
      generator.close();
      assertThat(log.stream().map(Object::toString).reduce("", String::concat))
          .isEqualTo(SEEN.get(last));
    }
  }

  @Case("CL-25")
  @EveryForm
  void from_a_for_each_in_a_try_with_resources(String form) {
    assertSeen(
        form,
        (last, generator) -> {
          try (generator) {
            for (Object item : generator) {
              log.add(item);
              if (item.equals(last)) {
                break;
              }
            }
          }
        });
  }

  @EveryForm
  void from_a_for_each_over_the_iterator_of_a_stream(String form) {
    assertSeen(
        form,
        (last, generator) -> {
          try (Stream<Object> stream = generator.stream()) {
            for (Object item : (Iterable<Object>) stream::iterator) {
              log.add(item);
              if (item.equals(last)) {
                break;
              }
            }
          }
        });
  }

  @EveryForm
  void from_a_stream_that_finds_what_it_wants(String form) {
    assertSeen(
        form,
        (last, generator) -> {
          try (Stream<Object> stream = generator.stream()) {
            assertThat(stream.peek(log::add).filter(item -> item.equals(last)).findFirst())
                .contains(last);
          }
        });
  }

  @EveryForm
  void from_a_stream_that_takes_while(String form) {
    assertSeen(
        form,
        (last, generator) -> {
          try (Stream<Object> stream = generator.stream()) {
            assertThat(stream.peek(log::add).takeWhile(item -> !item.equals(last)).count())
                .isEqualTo(last.longValue());
          }
        });
  }

  @EveryForm
  void from_a_stream_of_streams_which_closes_them(String form) {
    assertSeen(
        form,
        (last, generator) ->
            assertThat(
                    Stream.of(1)
                        .flatMap(ignored -> generator.stream().peek(log::add).limit(last + 1))
                        .toList())
                .hasSize(last + 1));
  }

  @EveryForm
  void by_an_exception_of_the_consumer(String form) {
    IllegalStateException failure = new IllegalStateException("of the consumer");
    assertSeen(
        form,
        (last, generator) ->
            assertThat(
                    Outcome.of(() -> {
                      try (generator) {
                        generator.forEachRemaining(item -> failAt(last, item, failure));
                        return "not reached";
                      }
                    }))
                .isSameAs(failure));
    assertThat(failure).hasNoSuppressedExceptions();
  }

  private void failAt(int last, Object item, RuntimeException failure) {
    log.add(item);
    if (item.equals(last)) {
      throw failure;
    }
  }

  @EveryForm
  void without_closing_nothing_more_is_run(String form) {
    Generator<Object, Object, Object> generator = Programs.open(form, getClass(), "nested", log);
    Iterator<Object> iterator = generator.stream().iterator();
    assertThat(iterator.next()).isEqualTo(0);
    assertThat(iterator.next()).isEqualTo(1);
    assertThat(generator.state()).isEqualTo(State.SUSPENDED);
    assertThat(log).isEmpty();
  }

  @EveryForm
  void streams_put_together_close_all_and_keep_all_failures(String form) {
    Generator<Object, Object, Object> one = Programs.open(form, getClass(), "fails", log);
    Generator<Object, Object, Object> other = Programs.open(form, getClass(), "fails", log);
    Stream<Object> both = Stream.concat(one.stream(), other.stream());
    Iterator<Object> iterator = both.iterator();
    assertThat(iterator.next()).isEqualTo(1);
    other.next();
    Object thrown =
        Outcome.of(() -> {
          both.close();
          return "closed";
        });
    assertThat((Throwable) thrown).hasMessage("fails 1");
    assertThat(((Throwable) thrown).getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("fails 2");
    assertThat(log).containsExactly("finally", "finally");
  }

  @Coroutine
  @SuppressWarnings({"Finally", "finally"})
  static Object fails(List<Object> log) {
    try {
      return Coroutines.yield(1);
    } finally {
      log.add("finally");
      throw new IllegalStateException("fails " + log.size());
    }
  }
}
