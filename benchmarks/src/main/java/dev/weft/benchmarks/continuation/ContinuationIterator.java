package dev.weft.benchmarks.continuation;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** An iterator over what a body gives, made of a {@link JdkContinuation}. */
public final class ContinuationIterator implements Iterator<Integer> {
  private final JdkContinuation continuation;
  private int value;
  private boolean ready;

  /**
   * Makes an iterator.
   *
   * @param body what runs; it gives its values to this iterator
   */
  public ContinuationIterator(Consumer<ContinuationIterator> body) {
    continuation = new JdkContinuation(() -> body.accept(this));
  }

  /**
   * Suspends the body.
   *
   * @param next what the iterator gives next
   */
  public void give(int next) {
    value = next;
    ready = true;
    JdkContinuation.suspend();
  }

  @Override
  public boolean hasNext() {
    if (!ready && !continuation.isDone()) {
      continuation.run();
    }
    return ready;
  }

  @Override
  public Integer next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return value;
  }
}
