package dev.weft.benchmarks.rules;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The least generator of ints there is: the driver that the state machines of a rule share. */
abstract class Machine implements Iterator<Integer> {
  /** Where to go on: 0 at the start. */
  int state;

  /** What was yielded last. */
  int value;

  private boolean ready;

  /** Runs to the next yield and leaves the value; false at the end. */
  abstract boolean advance();

  @Override
  public final boolean hasNext() {
    if (!ready) {
      ready = advance();
    }
    return ready;
  }

  @Override
  public final Integer next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return value;
  }
}
