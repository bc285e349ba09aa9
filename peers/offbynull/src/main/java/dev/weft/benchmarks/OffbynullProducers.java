package dev.weft.benchmarks;

import com.offbynull.coroutines.user.Continuation;
import com.offbynull.coroutines.user.CoroutineRunner;
import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cases of the benchmarks as offbynull's coroutines have them: a method that is handed the
 * continuation may suspend it, and hands values over by its context.
 */
final class OffbynullProducers {
  private OffbynullProducers() {}

  static Iterator<Integer> range(int limit) {
    return new OffbynullIterator(continuation -> {
      for (int i = 0; i < limit; i++) {
        continuation.setContext(i);
        continuation.suspend();
      }
    });
  }

  static Iterator<Integer> deep(int depth, int limit) {
    return new OffbynullIterator(continuation -> descend(continuation, depth, limit));
  }

  /** Adds one on the way back, so that no call is a tail call. */
  private static int descend(Continuation continuation, int depth, int limit) {
    if (depth > 1) {
      return descend(continuation, depth - 1, limit) + 1;
    }
    for (int i = 0; i < limit; i++) {
      continuation.setContext(i);
      continuation.suspend();
    }
    return 1;
  }

  static Iterator<Integer> passing(int limit) {
    return new OffbynullIterator(continuation -> {
      for (int i = 0; i < limit; i++) {
        if (Filter.passes(i)) {
          continuation.setContext(i);
          continuation.suspend();
        }
      }
    });
  }

  static Iterator<Integer> walk(@Nullable Node root) {
    return new OffbynullIterator(continuation -> walk(continuation, root));
  }

  private static void walk(Continuation continuation, @Nullable Node node) {
    if (node != null) {
      walk(continuation, node.left());
      continuation.setContext(node.value());
      continuation.suspend();
      walk(continuation, node.right());
    }
  }

  static IntUnaryOperator echo() {
    return new Echo();
  }

  /** The context goes in, a field is the way out: so an answer tells that the coroutine ran. */
  private static final class Echo implements IntUnaryOperator {
    private final CoroutineRunner runner = new CoroutineRunner(this::answer);
    private int answer;

    private void answer(Continuation continuation) {
      while (true) {
        answer = (Integer) continuation.getContext();
        continuation.suspend();
      }
    }

    @Override
    public int applyAsInt(int value) {
      runner.setContext(value);
      runner.execute();
      return answer;
    }
  }
}
