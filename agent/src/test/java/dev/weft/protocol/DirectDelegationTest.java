package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.Snapshot;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/**
 * {@code yieldFrom} of a call, for which no generator is made, does what it does for a generator
 * that is held in a variable.
 */
@Woven
class DirectDelegationTest {
  private static final int DEPTH = 10_000;

  private final List<Object> log = new ArrayList<>();

  @Coroutine
  private Generator<Object, Object, Object> echo(String ending) {
    Object sent = "ready";
    try {
      while (!"stop".equals(sent)) {
        sent = Coroutines.yield(sent);
      }
      return Coroutines.done("result");
    } catch (GeneratorExit exit) {
      log.add("exit");
      if (ending.equals("ignores")) {
        Coroutines.yield("ignored");
      }
      if (ending.equals("fails")) {
        throw new IllegalArgumentException("failed");
      }
      return Coroutines.done("returned in spite of the exit");
    } finally {
      log.add("echo ended");
    }
  }

  @Coroutine
  private Generator<Object, Object, Object> outer(String ending) {
    try {
      Object result = Coroutines.yieldFrom(echo(ending));
      log.add(result);
      return Coroutines.done(result);
    } catch (Throwable thrown) {
      log.add(thrown.getClass().getSimpleName());
      throw thrown;
    }
  }

  @Coroutine
  private Generator<Object, Object, Object> outermost(String ending) {
    Object result = Coroutines.yieldFrom(outer(ending));
    return Coroutines.done(result);
  }

  @Test
  void values_go_in_and_out_and_the_result_comes_back() {
    Generator<Object, Object, Object> generator = outermost("returns");
    assertThat(generator.next()).isEqualTo("ready");
    assertThat(generator.send("a")).isEqualTo("a");
    assertThat(generator.hasNext()).isTrue();
    assertThat(generator.next()).isNull();
    assertThatThrownBy(() -> generator.send("stop"))
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("result"));
    assertThat(log).containsExactly("echo ended", "result");
  }

  @Test
  void the_exit_goes_on_outward_even_if_the_inner_returns() {
    Generator<Object, Object, Object> generator = outermost("returns");
    generator.next();
    generator.close();
    assertThat(log).containsExactly("exit", "echo ended", "GeneratorExit");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
    assertThatThrownBy(generator::result).hasMessage("the generator was closed before it returned");
  }

  @Test
  void an_exit_that_is_raised_does_the_same() {
    Generator<Object, Object, Object> generator = outermost("returns");
    generator.next();
    GeneratorExit exit = new GeneratorExit();
    assertThatThrownBy(() -> generator.raise(exit)).isSameAs(exit);
    assertThat(log).containsExactly("exit", "echo ended", "GeneratorExit");
  }

  @Test
  void an_inner_that_ignores_the_exit_is_an_error_of_its_delegator() {
    Generator<Object, Object, Object> generator = outermost("ignores");
    generator.next();
    assertThatThrownBy(generator::close).hasMessage("generator ignored GeneratorExit");
    assertThat(log).containsExactly("exit", "IllegalStateException");
  }

  @Test
  void what_an_inner_throws_while_it_is_closed_reaches_its_delegator() {
    Generator<Object, Object, Object> generator = outermost("fails");
    generator.next();
    assertThatThrownBy(generator::close).hasMessage("failed");
    assertThat(log).containsExactly("exit", "echo ended", "IllegalArgumentException");
  }

  @Coroutine
  private Generator<Object, Object, Object> stopping(boolean first) {
    if (first) {
      Coroutines.yield("first");
    }
    throw new StopIteration();
  }

  @Coroutine
  private Generator<Object, Object, Object> seesStop(boolean first) {
    try {
      Coroutines.yieldFrom(stopping(first));
      return Coroutines.done();
    } catch (IllegalStateException failure) {
      return Coroutines.done(failure.getMessage() + ", " + failure.getCause().getClass());
    }
  }

  @Test
  void a_stop_iteration_is_a_failure_at_once_and_after_a_yield() {
    String failure = "generator raised StopIteration, " + StopIteration.class;
    Generator<Object, Object, Object> generator = seesStop(false);
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo(failure);
    Generator<Object, Object, Object> yielding = seesStop(true);
    assertThat(yielding.next()).isEqualTo("first");
    assertThat(yielding.hasNext()).isFalse();
    assertThat(yielding.result()).isEqualTo(failure);
  }

  // === What can be told is made ===

  @Test
  void a_snapshot_has_a_delegate_which_can_be_looked_at_and_driven() {
    Generator<Object, Object, Object> generator = outermost("returns");
    assertThat(generator.snapshot().delegate()).isNull();
    generator.next();
    Snapshot snapshot = generator.snapshot();
    assertThat(snapshot.frames())
        .extracting(Snapshot.Activation::method)
        .containsExactly("echo", "outer", "outermost");
    Generator<?, Object, ?> outer = generator(snapshot.delegate());
    assertThat(generator.snapshot().delegate()).isSameAs(outer);
    assertThat(outer.state()).isEqualTo(State.SUSPENDED);
    assertThat(outer.toString()).contains("DirectDelegationTest.outer SUSPENDED at line ");
    Generator<?, Object, ?> echo = generator(outer.snapshot().delegate());
    assertThat(echo.snapshot().frames())
        .singleElement()
        .satisfies(frame -> assertThat(frame.locals()).containsEntry("ending", "returns"));
    assertThat(generator.send("by the outermost")).isEqualTo("by the outermost");
    assertThat(echo.send("by itself")).isEqualTo("by itself");
    assertThat(generator.send("again")).isEqualTo("again");
    assertThatThrownBy(() -> outer.send("stop")).isInstanceOf(StopIteration.class);
    assertThat(outer.result()).isEqualTo("result");
    assertThat(outer.toString()).endsWith("DirectDelegationTest.outer CLOSED");
    assertThat(generator.hasNext()).isFalse();
  }

  @SuppressWarnings("unchecked")
  private static Generator<?, Object, ?> generator(Object delegate) {
    return (Generator<?, Object, ?>) delegate;
  }

  @Test
  void a_looked_at_value_that_waits_is_not_lost() {
    Generator<Object, Object, Object> generator = outermost("returns");
    assertThat(generator.hasNext()).isTrue();
    assertThat(generator.snapshot().delegate()).isNotNull();
    assertThat(generator.next()).isEqualTo("ready");
  }

  // === Among others ===

  @Coroutine
  private Generator<Object, Object, Object> holding(Generator<?, ?, ?> held) {
    Object result = Coroutines.yieldFrom(held);
    return Coroutines.done(result);
  }

  @Coroutine
  private Generator<Object, Object, Object> mixed(String ending) {
    Generator<Object, Object, Object> held = outer(ending);
    Object result = Coroutines.yieldFrom(holding(held));
    log.add("mixed " + result);
    return Coroutines.done(result);
  }

  @Test
  void held_and_direct_ones_close_each_other_from_the_inside_out() {
    Generator<Object, Object, Object> generator = mixed("returns");
    assertThat(generator.next()).isEqualTo("ready");
    assertThat(generator.send("a")).isEqualTo("a");
    assertThat(generator.snapshot().frames())
        .extracting(Snapshot.Activation::method)
        .containsExactly("echo", "outer", "holding", "mixed");
    assertThat(generator.send("b")).isEqualTo("b");
    generator.close();
    assertThat(log).containsExactly("exit", "echo ended", "GeneratorExit");
  }

  @Test
  void a_looked_at_one_among_held_ones_still_ends_with_its_result() {
    Generator<Object, Object, Object> generator = mixed("returns");
    generator.next();
    assertThat(generator.snapshot().delegate()).isNotNull();
    assertThat(catchThrowable(() -> generator.send("stop"))).isInstanceOf(StopIteration.class);
    assertThat(log).containsExactly("echo ended", "result", "mixed result");
  }

  @Coroutine
  private Generator<Object, Object, Object> twice() {
    for (int i = 0; i < 100; i++) {
      try {
        Coroutines.yieldFrom(stopping(false));
      } catch (IllegalStateException failure) {
        log.add(i);
      }
    }
    Coroutines.yieldFrom(echo("returns"));
    return Coroutines.done();
  }

  @Test
  void failures_do_not_count_as_depth() {
    Generator<Object, Object, Object> generator = twice();
    assertThat(generator.next()).isEqualTo("ready");
    assertThat(log).hasSize(100);
    assertThat(generator.send("a")).isEqualTo("a");
  }

  // === Depth ===

  @Coroutine
  private Generator<Object, Object, Object> chain(int length) {
    try {
      Object result =
          length == 0
              ? Coroutines.yieldFrom(echo("returns"))
              : Coroutines.yieldFrom(chain(length - 1));
      return Coroutines.done(result);
    } finally {
      log.add(length);
    }
  }

  private void onNewThread(Runnable test) throws Exception {
    FutureTask<Object> task = new FutureTask<>(test, null);
    new Thread(task).start();
    task.get();
  }

  @Test
  void a_chain_of_ten_thousand_does_not_overflow_the_stack() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> chain = chain(DEPTH);
      assertThat(chain.next()).isEqualTo("ready");
      assertThat(chain.send("a")).isEqualTo("a");
      assertThat(chain.snapshot().frames()).hasSize(DEPTH + 2);
      assertThat(chain.send("b")).isEqualTo("b");
      chain.close();
      assertThat(log).hasSize(DEPTH + 3).startsWith("exit", "echo ended", 0, 1).endsWith(DEPTH);
    });
  }

  @Test
  void its_result_comes_all_the_way_out() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> chain = chain(DEPTH);
      chain.next();
      assertThatThrownBy(() -> chain.send("stop"))
          .isInstanceOfSatisfying(
              StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("result"));
      assertThat(log).hasSize(DEPTH + 2).endsWith(DEPTH);
    });
  }

  // === Who is called ===

  /** Not final: its generator method can be overridden. */
  private static class Base {
    @Coroutine
    Generator<Object, Object, Object> items() {
      Coroutines.yield("base");
      return Coroutines.done();
    }

    @Coroutine
    Generator<Object, Object, Object> all(Base other) {
      Coroutines.yieldFrom(items());
      Coroutines.yieldFrom(other.items());
      return Coroutines.done();
    }
  }

  private static final class Derived extends Base {
    @Coroutine
    @Override
    Generator<Object, Object, Object> items() {
      Coroutines.yield("derived");
      return Coroutines.done();
    }
  }

  @Test
  void an_override_is_what_is_delegated_to() {
    assertThat(new Base().all(new Base()).stream()).containsExactly("base", "base");
    assertThat(new Base().all(new Derived()).stream()).containsExactly("base", "derived");
    assertThat(new Derived().all(new Base()).stream()).containsExactly("derived", "base");
  }

  @Test
  void a_null_receiver_fails_where_it_is_called() {
    Generator<Object, Object, Object> generator = new Base().all(null);
    assertThat(generator.next()).isEqualTo("base");
    assertThatThrownBy(generator::next).isInstanceOf(NullPointerException.class);
  }

  @Coroutine
  private void subroutine() {
    Coroutines.yieldFrom(echo("returns"));
  }

  @Test
  void without_a_coroutine_the_error_names_the_delegating_method() {
    assertThatThrownBy(this::subroutine)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a yield in " + getClass().getName() + ".subroutine (")
        .hasMessageContaining("was called by plain code");
    assertThat(log).isEmpty();
  }

  // === Traces ===

  @Coroutine
  private Generator<Object, Object, Object> failing(boolean yields) {
    if (yields) {
      Coroutines.yield("first");
    }
    throw new IllegalArgumentException();
  }

  @Coroutine
  private Generator<Object, Object, Object> delegatesToFailing(boolean yields) {
    Coroutines.yieldFrom(failing(yields));
    return Coroutines.done();
  }

  private static List<String> methods(Generator<?, ?, ?> generator) {
    return Arrays.stream(catchThrowable(generator::next).getStackTrace())
        .map(StackTraceElement::getMethodName)
        .toList();
  }

  @Test
  void traces_show_each_method_once_looked_at_or_not() {
    assertThat(methods(delegatesToFailing(false)))
        .startsWith("failing", "delegatesToFailing", "next");
    Generator<Object, Object, Object> resumed = delegatesToFailing(true);
    resumed.next();
    assertThat(methods(resumed)).startsWith("failing", "delegatesToFailing", "next");
    Generator<Object, Object, Object> lookedAt = delegatesToFailing(true);
    lookedAt.next();
    lookedAt.snapshot();
    assertThat(methods(lookedAt)).startsWith("failing", "delegatesToFailing", "next");
  }
}
