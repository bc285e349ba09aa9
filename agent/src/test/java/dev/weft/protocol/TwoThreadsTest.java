package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A second thread that makes calls while the first runs the body: each is refused, and the first
 * notices nothing. Who runs and who looks is settled by volatile fields, as a generator promises
 * the error only to a thread that can know of the other.
 */
@Woven
class TwoThreadsTest {
  private static final int TURNS = 10_000;
  private static final int CALLS = 100;

  private volatile int inside;
  private volatile int refused;
  private volatile boolean failed;

  private Generator<Integer, Object, Integer> counting() {
    return Generator.of(out -> {
      int turn = 0;
      while (turn < TURNS) {
        turn++;
        inside = turn;
        await(turn);
        out.yield(turn);
      }
      return turn;
    });
  }

  private void await(int turn) {
    for (int spins = 0; refused < turn && !failed; spins++) {
      pause(spins);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // with one processor, spinning alone takes for ever
  private static void pause(int spins) {
    if (spins % 1000 == 999) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
  }

  private int disturb(Generator<Integer, Object, Integer> generator) {
    try {
      for (int turn = 1; turn <= TURNS; turn++) {
        for (int spins = 0; inside < turn; spins++) {
          pause(spins);
        }
        for (int call = 0; call < CALLS; call++) {
          if (!isRefused(generator, call) || generator.state() != State.RUNNING) {
            return turn;
          }
        }
        refused = turn;
      }
      return 0;
    } finally {
      failed = true; // or all is over
    }
  }

  private static boolean isRefused(Generator<Integer, Object, Integer> generator, int call) {
    try {
      switch (call % 5) {
        case 0 -> generator.next();
        case 1 -> generator.send("intruder");
        case 2 -> generator.raise(new AssertionError("intruder"));
        case 3 -> generator.close();
        default -> assertThat(generator.hasNext()).as("unreachable").isFalse();
      }
      return false;
    } catch (IllegalStateException e) {
      return "generator already executing".equals(e.getMessage());
    }
  }

  @Case("RE-03")
  @Timeout(120)
  @Test
  void the_second_is_refused_a_million_times_and_the_first_goes_on() throws Exception {
    Generator<Integer, Object, Integer> generator = counting();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> firstNotRefused = executor.submit(() -> disturb(generator));
      int turns = 0;
      while (turns < TURNS && generator.next() == turns + 1) {
        turns++;
      }
      assertThat(turns).isEqualTo(TURNS);
      assertThat(firstNotRefused.get()).isZero();
    } finally {
      executor.shutdownNow();
    }
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo(TURNS);
  }
}
