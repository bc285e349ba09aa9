package dev.weft.protocol;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that drives its own generator. */
@Woven
class ReentrancyTest {
  private static final String ALREADY = "generator already executing";

  private static final Map<String, Consumer<Generator<Object, Object, Object>>> CALLS =
      Map.ofEntries(
          entry("next", Generator::next),
          entry("hasNext", g -> assertThat(g.hasNext()).isTrue()),
          entry("send null", g -> g.send(null)),
          entry("send", g -> g.send("value")),
          entry("raise", g -> g.raise(new RuntimeException("raised"))),
          entry("close", Generator::close));

  private final List<Object> log = new ArrayList<>();
  private Generator<Object, Object, Object> self;

  @Coroutine
  private void callAtDepth(Consumer<Generator<Object, Object, Object>> call, int depth) {
    if (depth > 0) {
      callAtDepth(call, depth - 1);
    } else {
      call.accept(self);
      Coroutines.yield("unreachable");
    }
  }

  @Case({"RE-01", "ST-02", "ST-05", "ST-08"})
  @ParameterizedTest
  @ValueSource(strings = {"next", "hasNext", "send null", "send", "raise", "close"})
  void caught_the_body_goes_on(String call) {
    self =
        Generator.of(out -> {
          for (int step = 0; step < 2; step++) {
            assertThatThrownBy(() -> CALLS.get(call).accept(self))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(ALREADY);
            log.add(self.state());
            out.yield(step);
          }
          return "done";
        });
    assertThat(self.next()).isEqualTo(0);
    assertThat(self.next()).isEqualTo(1);
    assertThat(self.hasNext()).isFalse();
    assertThat(self.result()).isEqualTo("done");
    assertThat(log).containsExactly(State.RUNNING, State.RUNNING);
  }

  @Case("RE-01")
  @ParameterizedTest
  @ValueSource(strings = {"next", "hasNext", "send null", "send", "raise", "close"})
  void not_caught_it_ends_the_generator(String call) {
    self = Generator.of(out -> out.yield(1) + drive(call));
    self.next();
    assertThatThrownBy(self::next)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(ALREADY);
    assertThat(self.state()).isEqualTo(State.CLOSED);
  }

  private String drive(String call) {
    CALLS.get(call).accept(self);
    return "unreachable";
  }

  @ParameterizedTest
  @ValueSource(strings = {"next", "hasNext", "send null", "send", "raise", "close"})
  void from_a_subroutine_likewise(String call) {
    self =
        Generator.of(out -> {
          out.yield(1);
          try {
            callAtDepth(CALLS.get(call), 3);
            return "unreachable";
          } catch (IllegalStateException e) {
            return e.getMessage();
          }
        });
    self.next();
    assertThat(self.hasNext()).isFalse();
    assertThat(self.result()).isEqualTo(ALREADY);
  }

  @Case("RE-02")
  @Test
  void close_from_its_own_finally_while_it_is_closed() {
    self =
        Generator.of(out -> {
          try {
            return out.yield(1);
          } finally {
            assertThatThrownBy(self::close).hasMessage(ALREADY);
            log.add(self.state());
          }
        });
    self.next();
    self.close();
    assertThat(log).containsExactly(State.RUNNING);
    assertThat(self.state()).isEqualTo(State.CLOSED);
  }

  @Case({"ST-02", "ST-03"})
  @Test
  void looking_at_itself_is_allowed() {
    self =
        Generator.of(out -> {
          log.add(self.state());
          log.add(self.snapshot().state());
          log.add(self.iterator() == self);
          assertThatThrownBy(self::result).hasMessage("the generator has not returned yet");
          assertThat(self.toString()).endsWith("RUNNING");
          return out.yield(1);
        });
    assertThat(self.next()).isEqualTo(1);
    assertThat(log).containsExactly(State.RUNNING, State.RUNNING, true);
  }

  @Coroutine
  private Generator<Object, Object, Object> delegatingTo(AtomicReference<Generator<?, ?, ?>> to) {
    Object result = Coroutines.yieldFrom(to.get());
    return Coroutines.done(result);
  }

  @Case({"YF-13", "RE-08"})
  @Test
  void delegation_to_oneself_is_an_error_and_no_endless_loop() {
    AtomicReference<Generator<?, ?, ?>> reference = new AtomicReference<>();
    Generator<Object, Object, Object> generator = delegatingTo(reference);
    reference.set(generator);
    assertThatThrownBy(generator::next).hasMessage(ALREADY);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  @Case({"YF-13", "RE-08"})
  @Test
  void so_is_delegation_in_a_circle() {
    AtomicReference<Generator<?, ?, ?>> first = new AtomicReference<>();
    AtomicReference<Generator<?, ?, ?>> second = new AtomicReference<>();
    first.set(delegatingTo(second));
    second.set(delegatingTo(first));
    assertThatThrownBy(() -> first.get().next()).hasMessage(ALREADY);
    assertThat(first.get().state()).isEqualTo(State.CLOSED);
    assertThat(second.get().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_second_thread_is_refused_while_the_first_runs_it() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch mayLeave = new CountDownLatch(1);
    self =
        Generator.of(out -> {
          inside.countDown();
          mayLeave.await();
          return out.yield("first");
        });
    AtomicReference<Object> seen = new AtomicReference<>();
    Thread thread = new Thread(() -> seen.set(self.next()));
    thread.start();
    inside.await();
    assertThat(self.state()).isEqualTo(State.RUNNING);
    assertThatThrownBy(self::next).hasMessage(ALREADY);
    assertThatThrownBy(self::close).hasMessage(ALREADY);
    mayLeave.countDown();
    thread.join();
    assertThat(seen.get()).isEqualTo("first");
    assertThatThrownBy(() -> self.raise(new GeneratorExit())).isInstanceOf(GeneratorExit.class);
  }
}
