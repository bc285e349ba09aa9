package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The iterator one would write by hand for 0, 1, ... limit - 1: the floor of most cases. */
final class Range implements Iterator<Integer> {
  private final int limit;
  private int next;

  Range(int limit) {
    this.limit = limit;
  }

  @Override
  public boolean hasNext() {
    return next < limit;
  }

  @Override
  public Integer next() {
    if (next >= limit) {
      throw new NoSuchElementException();
    }
    return next++;
  }
}
