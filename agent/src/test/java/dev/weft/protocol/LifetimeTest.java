package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads, garbage, and whether a yield would work. */
@Woven
class LifetimeTest {
  private final List<String> log = new ArrayList<>();

  @Case("RE-04")
  @EveryForm
  void made_on_one_thread_resumed_on_another_closed_on_a_third(String form) throws Exception {
    Generator<Object, Object, String> echo = onNewThread(() -> Echo.in(form, log));
    assertThat(onNewThread(echo::next)).isEqualTo("ready");
    assertThat(onNewThread(() -> echo.send("a"))).isEqualTo("a");
    assertThat(echo.send("b")).isEqualTo("b");
    onNewThread(() -> {
      echo.close();
      return null;
    });
    assertThat(echo.state()).isEqualTo(State.CLOSED);
    assertThat(log).containsExactly("start", "sent a", "sent b", "finally");
  }

  private static <T> T onNewThread(Callable<T> task) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      return executor.submit(task).get();
    } finally {
      executor.shutdownNow();
    }
  }

  @Case({"CL-32", "ML-08"})
  @EveryForm
  @Timeout(60)
  void an_abandoned_generator_is_collected_and_runs_nothing(String form)
      throws InterruptedException {
    WeakReference<Object> reference = abandoned(form);
    awaitCollection(reference);
    assertThat(log).containsExactly("start");
  }

  private WeakReference<Object> abandoned(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, log);
    echo.next();
    return new WeakReference<>(echo);
  }

  private static void awaitCollection(WeakReference<?> reference) throws InterruptedException {
    while (reference.get() != null) {
      System.gc();
      Thread.sleep(1);
    }
  }

  @Coroutine
  private static Generator<Object, Object, Object> holding(Object parameter) {
    Object local = Coroutines.yield(parameter.hashCode()); // not read again
    Object sent = Coroutines.yield(local.hashCode()); // nor is this
    Coroutines.yield(sent == null);
    return Coroutines.done();
  }

  @Test
  @Timeout(60)
  void a_value_that_is_not_needed_any_more_is_not_kept() throws InterruptedException {
    Object[] objects = {new Object(), new Object()};
    WeakReference<Object> parameter = new WeakReference<>(objects[0]);
    WeakReference<Object> sent = new WeakReference<>(objects[1]);
    Generator<Object, Object, Object> generator = holding(objects[0]);
    generator.next();
    generator.send(objects[1]);
    objects[0] = null;
    objects[1] = null;
    awaitCollection(parameter);
    awaitCollection(sent);
    assertThat(generator.next()).isEqualTo(true);
  }

  @Test
  @Timeout(60)
  void what_was_yielded_and_taken_is_not_kept() throws InterruptedException {
    Generator<Object, Object, Void> generator = Generator.each(out -> out.yield(new Object()));
    awaitCollection(new WeakReference<>(generator.next()));
    assertThat(generator.state()).isEqualTo(State.SUSPENDED);
  }

  @Case("ML-05")
  @EveryForm
  @Timeout(60)
  void a_closed_generator_keeps_nothing_of_its_body(String form) throws InterruptedException {
    List<String> own = new ArrayList<>();
    Generator<Object, Object, String> echo = Echo.in(form, own);
    echo.next();
    echo.close();
    WeakReference<Object> reference = new WeakReference<>(own);
    own = null;
    awaitCollection(reference);
    assertThat(echo.state()).isEqualTo(State.CLOSED);
  }

  @EveryForm
  @Timeout(60)
  void nor_does_one_closed_before_it_started(String form) throws InterruptedException {
    List<String> own = new ArrayList<>();
    Generator<Object, Object, String> echo = Echo.in(form, own);
    echo.close();
    WeakReference<Object> reference = new WeakReference<>(own);
    own = null;
    awaitCollection(reference);
    assertThat(echo.state()).isEqualTo(State.CLOSED);
  }

  @EveryForm
  @Timeout(60)
  void nor_does_one_that_has_returned(String form) throws InterruptedException {
    List<String> own = new ArrayList<>();
    Generator<Object, Object, String> echo = Echo.in(form, own);
    echo.next();
    try {
      echo.send("end");
    } catch (java.util.NoSuchElementException end) {
      assertThat(end).hasMessage("the generator has ended");
    }
    WeakReference<Object> reference = new WeakReference<>(own);
    own = null;
    awaitCollection(reference);
    assertThat(echo.result()).isEqualTo("result");
  }

  // === isSuspendable ===

  @Coroutine
  private static boolean subroutine() {
    return Coroutines.isSuspendable();
  }

  private static boolean plain() {
    return Coroutines.isSuspendable();
  }

  private static boolean throughPlain() {
    return subroutine();
  }

  @Test
  void a_coroutine_reached_through_coroutines_is_suspendable() {
    Generator<Object, Object, List<Boolean>> generator =
        Generator.of(out -> {
          Supplier<Boolean> lambda = Coroutines::isSuspendable;
          return List.of(
              Coroutines.isSuspendable(), subroutine(), plain(), throughPlain(), lambda.get());
        });
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).containsExactly(true, true, false, false, false);
  }

  @Test
  void plain_code_is_not() {
    assertThat(Coroutines.isSuspendable()).isFalse();
    assertThat(subroutine()).isFalse();
    assertThat(plain()).isFalse();
  }

  @Coroutine
  private static Generator<Object, Object, Boolean> afterResuming() {
    Coroutines.yield(1);
    return Coroutines.done(Coroutines.isSuspendable() && subroutine());
  }

  @Test
  void it_is_so_after_resuming_too() {
    Generator<Object, Object, Boolean> generator = afterResuming();
    generator.next();
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isTrue();
  }
}
