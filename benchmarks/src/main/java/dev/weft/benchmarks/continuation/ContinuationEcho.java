package dev.weft.benchmarks.continuation;

/** Answers with what it is sent, from inside a {@link JdkContinuation}. */
public final class ContinuationEcho {
  private final JdkContinuation continuation = new JdkContinuation(this::answer);
  private int heard;
  private int answer;

  private void answer() {
    while (true) {
      answer = heard;
      JdkContinuation.suspend();
    }
  }

  /**
   * Sends a value and waits for the answer.
   *
   * @param value what to send
   * @return the answer
   */
  public int send(int value) {
    heard = value;
    continuation.run();
    return answer;
  }
}
