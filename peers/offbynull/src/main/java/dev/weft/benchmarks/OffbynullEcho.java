package dev.weft.benchmarks;

import com.offbynull.coroutines.user.Continuation;
import com.offbynull.coroutines.user.CoroutineRunner;
import java.util.function.IntUnaryOperator;

/** Answers with what it is sent: the context goes in, a field is the way out. */
final class OffbynullEcho implements IntUnaryOperator {
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
