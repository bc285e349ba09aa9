package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Generator;

/** A subroutine and a generator method, both in an interface. */
public interface Loader {
  /** Yields; gives what has been loaded. */
  @Coroutine
  String load(int key);

  /** Yields the keys below. */
  @Coroutine
  Generator<Integer, Void, Void> keys(int end);
}
