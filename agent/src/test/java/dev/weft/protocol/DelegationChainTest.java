package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Chains of delegations: what shows while they run, and what reaches their ends. */
@Woven
class DelegationChainTest {
  private final List<Object> log = new ArrayList<>();

  @Coroutine
  private static Generator<Object, Object, Object> outer(Generator<?, ?, ?> inner) {
    Object result = Coroutines.yieldFrom(inner);
    return Coroutines.done(result);
  }

  @Case({"YF-20", "ST-04"})
  @Test
  void while_the_inner_runs_the_outer_is_running_and_refuses() {
    AtomicReference<Generator<Object, Object, Object>> outer = new AtomicReference<>();
    Generator<Object, Object, String> inner =
        Generator.of(out -> {
          for (int i = 0; i < 2; i++) {
            log.add(outer.get().state());
            assertThatThrownBy(() -> outer.get().next()).hasMessage("generator already executing");
            assertThatThrownBy(() -> outer.get().close()).hasMessage("generator already executing");
            assertThat(outer.get().snapshot().delegate()).isNull();
            out.yield(i);
          }
          return "end";
        });
    outer.set(outer(inner));
    assertThat(outer.get().next()).isEqualTo(0);
    assertThat(outer.get().next()).isEqualTo(1);
    assertThat(outer.get().hasNext()).isFalse();
    assertThat(outer.get().result()).isEqualTo("end");
    assertThat(log).containsExactly(State.RUNNING, State.RUNNING);
  }

  @Coroutine
  private Generator<Object, Object, Object> chain(int length) {
    try {
      if (length == 0) {
        Object sent = Coroutines.yield("first");
        Coroutines.yield(sent);
        return Coroutines.done("result");
      }
      Object result = Coroutines.yieldFrom(chain(length - 1));
      return Coroutines.done(result);
    } finally {
      log.add(length);
    }
  }

  @Test
  void a_chain_passes_everything_through() {
    Generator<Object, Object, Object> chain = chain(50);
    assertThat(chain.next()).isEqualTo("first");
    assertThat(chain.send("sent")).isEqualTo("sent");
    assertThat(chain.hasNext()).isFalse();
    assertThat(chain.result()).isEqualTo("result");
    assertThat(log).hasSize(51).startsWith(0, 1, 2);
  }

  @Test
  void closing_a_chain_runs_finally_from_the_innermost_out() {
    Generator<Object, Object, Object> chain = chain(50);
    chain.next();
    chain.close();
    assertThat(log).hasSize(51).startsWith(0, 1, 2).endsWith(49, 50);
  }

  @Test
  void raising_in_a_chain_too() {
    Generator<Object, Object, Object> chain = chain(50);
    chain.next();
    RuntimeException raised = new RuntimeException();
    assertThatThrownBy(() -> chain.raise(raised)).isSameAs(raised);
    assertThat(raised.getSuppressed()).isEmpty();
    assertThat(log).hasSize(51).startsWith(0, 1, 2).endsWith(49, 50);
  }
}
