package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static dev.weft.protocol.Outcome.ofClose;
import static dev.weft.protocol.Outcome.ofNext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Yields inside try-with-resources, in every form. */
@Case("CL-31")
@Woven(programs = true)
class ResourcesInGeneratorsTest {
  private final List<Object> log = new ArrayList<>();
  private final IOException raised = new IOException("raised");

  private record Resource(String name, List<Object> log, boolean fails) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      log.add("close " + name);
      if (fails) {
        throw new IOException("closing " + name);
      }
    }
  }

  @Coroutine
  static Object two_resources(List<Object> log) throws IOException {
    try (Resource outer = new Resource("outer", log, false);
        Resource inner = new Resource("inner", log, false)) {
      Coroutines.yield(outer.name() + inner.name());
      log.add("body");
    } catch (IOException e) {
      log.add("catch " + e.getMessage());
      throw e;
    } finally {
      log.add("finally");
    }
    return "end";
  }

  @Coroutine
  static Object two_that_fail_to_close(List<Object> log) throws IOException {
    try (Resource outer = new Resource("outer", log, true)) {
      try (Resource inner = new Resource("inner", log, true)) {
        Coroutines.yield(outer.name() + inner.name());
      }
    }
    return "not reached";
  }

  private Generator<Object, Object, Object> started(String form, String program) {
    log.clear();
    Generator<Object, Object, Object> generator = Programs.open(form, getClass(), program, log);
    assertThat(generator.next()).isEqualTo("outerinner");
    return generator;
  }

  @EveryForm
  void each_resource_is_closed_once_the_inner_one_first(String form) {
    Generator<Object, Object, Object> normal = started(form, "two_resources");
    assertThat(ofNext(normal, 1)).containsExactly(end("end"));
    assertThat(ofClose(normal)).isEqualTo("closed");
    assertThat(log).containsExactly("body", "close inner", "close outer", "finally");

    Generator<Object, Object, Object> closed = started(form, "two_resources");
    assertThat(ofClose(closed)).isEqualTo("closed");
    assertThat(ofClose(closed)).isEqualTo("closed");
    assertThat(log).containsExactly("close inner", "close outer", "finally");

    Generator<Object, Object, Object> failing = started(form, "two_resources");
    assertThat(Outcome.of(() -> failing.raise(raised))).isSameAs(raised);
    assertThat(ofClose(failing)).isEqualTo("closed");
    assertThat(log).containsExactly("close inner", "close outer", "catch raised", "finally");
  }

  @EveryForm
  void what_closing_them_throws_is_suppressed_in_what_was_raised(String form) {
    Generator<Object, Object, Object> generator = started(form, "two_that_fail_to_close");
    assertThat(Outcome.of(() -> generator.raise(raised))).isSameAs(raised);
    assertThat(raised.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("closing inner", "closing outer");
    assertThat(log).containsExactly("close inner", "close outer");
  }

  @EveryForm
  void at_the_normal_end_it_is_thrown(String form) {
    Generator<Object, Object, Object> generator = started(form, "two_that_fail_to_close");
    assertThat((Throwable) Outcome.of(generator::next)).hasMessage("closing inner");
    assertThat(log).containsExactly("close inner", "close outer");
  }

  @EveryForm
  void a_generator_that_is_a_resource_itself_adds_what_it_throws(String form) {
    IOException primary = new IOException("primary");
    Throwable thrown =
        (Throwable)
            Outcome.of(() -> {
              try (Generator<Object, Object, Object> generator =
                  Programs.open(form, getClass(), "fails_on_exit", log)) {
                generator.next();
                throw primary;
              }
            });
    assertThat(thrown).isSameAs(primary);
    assertThat(thrown.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("of the body");
    assertThat(log).containsExactly("finally");
  }

  @Coroutine
  @SuppressWarnings({"Finally", "finally"})
  static Object fails_on_exit(List<Object> log) {
    try {
      return Coroutines.yield(1);
    } finally {
      log.add("finally");
      throw new IllegalStateException("of the body");
    }
  }

  @EveryForm
  void closing_throws_what_closing_them_threw(String form) {
    Generator<Object, Object, Object> generator = started(form, "two_that_fail_to_close");
    Throwable thrown = (Throwable) ofClose(generator);
    assertThat(thrown).isInstanceOf(IOException.class).hasMessage("closing inner");
    assertThat(thrown.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("closing outer");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }
}
