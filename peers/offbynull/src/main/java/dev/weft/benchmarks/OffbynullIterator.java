package dev.weft.benchmarks;

import com.offbynull.coroutines.user.Coroutine;
import com.offbynull.coroutines.user.CoroutineRunner;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator over the contexts that a coroutine sets before it suspends. */
final class OffbynullIterator implements Iterator<Integer> {
  private final CoroutineRunner runner;
  private boolean ready;
  private boolean done;

  /**
   * Makes an iterator.
   *
   * @param body what runs; it gives its values as contexts
   */
  OffbynullIterator(Coroutine body) {
    runner = new CoroutineRunner(body);
  }

  @Override
  public boolean hasNext() {
    if (!ready && !done) {
      ready = runner.execute();
      done = !ready;
    }
    return ready;
  }

  @Override
  public Integer next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return (Integer) runner.getContext();
  }
}
