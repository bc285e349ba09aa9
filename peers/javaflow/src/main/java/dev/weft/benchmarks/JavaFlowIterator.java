package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.javaflow.api.Continuation;
import org.jspecify.annotations.Nullable;

/** An iterator over the values with which a body suspends. */
final class JavaFlowIterator implements Iterator<Integer> {
  private @Nullable Continuation rest;
  private boolean ready;

  /**
   * Makes an iterator.
   *
   * @param body what runs; it suspends with its values
   */
  JavaFlowIterator(Runnable body) {
    // The kind that may be resumed but once is the faster one.
    rest = Continuation.startSuspendedWith(body, true);
  }

  @Override
  public boolean hasNext() {
    if (!ready && rest != null) {
      rest = rest.resume();
      ready = rest != null;
    }
    return ready;
  }

  @Override
  public Integer next() {
    if (!hasNext() || rest == null) {
      throw new NoSuchElementException();
    }
    ready = false;
    return (Integer) rest.value();
  }
}
