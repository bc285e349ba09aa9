package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Snapshot;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A chain of ten thousand delegations, driven by a thread whose stack has the default size. */
@Case("YF-28")
@Timeout(120)
@Woven
class DeepChainTest {
  private static final int DEPTH = 10_000;

  private final List<Generator<Object, Object, Object>> chain = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();

  @Coroutine
  private Generator<Object, Object, Object> innermost() {
    try {
      Object item = "first";
      while (true) {
        try {
          item = Coroutines.yield(item);
          if ("end".equals(item)) {
            return Coroutines.done("result");
          }
        } catch (IllegalArgumentException e) {
          item = "caught";
        }
      }
    } finally {
      left.add(0);
    }
  }

  @Coroutine
  private Generator<Object, Object, Object> link(int number, Generator<?, ?, ?> inner) {
    try {
      Object result = Coroutines.yieldFrom(inner);
      return Coroutines.done(result);
    } finally {
      left.add(number);
    }
  }

  /** Links that are started one by one from the inside out, each of which then shows a yield. */
  private Generator<Object, Object, Object> started() {
    chain.add(innermost());
    assertThat(chain.get(0).next()).isEqualTo("first");
    for (int number = 1; number <= DEPTH; number++) {
      chain.add(link(number, chain.get(number - 1)));
      assertThat(chain.get(number).next()).isNull();
    }
    return chain.get(DEPTH);
  }

  private static void onNewThread(Runnable test) throws Exception {
    FutureTask<Void> task = new FutureTask<>(test, null);
    new Thread(task).start();
    task.get();
  }

  @Test
  void next_and_send_reach_the_innermost() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> outermost = started();
      for (int i = 0; i < 100; i++) {
        assertThat(outermost.send(i)).isEqualTo(i);
        assertThat(outermost.next()).isNull();
      }
      assertThat(outermost.hasNext()).isTrue();
      assertThat(outermost.next()).isNull();
    });
  }

  @Test
  void the_result_comes_all_the_way_out() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> outermost = started();
      assertThatThrownBy(() -> outermost.send("end"))
          .isInstanceOfSatisfying(
              StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("result"));
      assertAllLeft();
    });
  }

  @Test
  void what_is_raised_reaches_the_innermost_and_comes_all_the_way_out() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> outermost = started();
      assertThat(outermost.raise(new IllegalArgumentException())).isEqualTo("caught");
      assertThat(outermost.send("a")).isEqualTo("a");
      RuntimeException raised = new UnsupportedOperationException();
      assertThatThrownBy(() -> outermost.raise(raised)).isSameAs(raised);
      assertAllLeft();
    });
  }

  @Test
  void closing_closes_from_the_inside_out() throws Exception {
    onNewThread(() -> {
      started().close();
      assertAllLeft();
    });
  }

  private void assertAllLeft() {
    assertThat(left).hasSize(DEPTH + 1).startsWith(0, 1, 2).endsWith(DEPTH - 1, DEPTH).isSorted();
    assertThat(chain).allSatisfy(link -> assertThat(link.state()).isEqualTo(State.CLOSED));
  }

  @Test
  void the_snapshots_show_the_whole_chain() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> outermost = started();
      outermost.next();
      for (int number = DEPTH; number > 0; number -= 500) {
        Snapshot snapshot = chain.get(number).snapshot();
        assertThat(snapshot.state()).isEqualTo(State.SUSPENDED);
        assertThat(snapshot.delegate()).isSameAs(chain.get(number - 1));
        assertThat(snapshot.frames()).hasSize(number + 1);
        assertThat(snapshot.frames().get(0).method()).isEqualTo("innermost");
        assertThat(snapshot.frames().get(number).locals()).containsEntry("number", number);
      }
      assertThat(chain.get(0).snapshot().delegate()).isNull();
    });
  }

  @Coroutine
  private Generator<Object, Object, Object> chain(int length) {
    try {
      Object result = Coroutines.yieldFrom(length == 0 ? innermost() : chain(length - 1));
      return Coroutines.done(result);
    } finally {
      left.add(length + 1);
    }
  }

  @Test
  void it_can_be_started_from_the_outside() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> outermost = chain(DEPTH);
      assertThat(outermost.next()).isEqualTo("first");
      assertThat(outermost.snapshot().frames()).hasSize(DEPTH + 2);
      assertThat(outermost.send("a")).isEqualTo("a");
      assertThat(outermost.raise(new IllegalArgumentException())).isEqualTo("caught");
      outermost.close();
      assertThat(left).hasSize(DEPTH + 2).isSorted();
    });
  }

  @Test
  void a_link_in_the_middle_can_be_driven_and_closed() throws Exception {
    onNewThread(() -> {
      Generator<Object, Object, Object> outermost = started();
      assertThat(chain.get(DEPTH / 2).send("middle")).isEqualTo("middle");
      assertThat(outermost.send("outer")).isEqualTo("outer");
      chain.get(DEPTH / 2).close();
      assertThat(left).hasSize(DEPTH / 2 + 1);
      assertThat(outermost.hasNext()).isFalse();
      assertThat(outermost.result()).isNull();
      assertAllLeft();
    });
  }
}
