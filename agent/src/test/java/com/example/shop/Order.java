package com.example.shop;

import dev.weft.Coroutine;

/** A user's own interface with a coroutine method. */
public interface Order {
  /** Puts items through the till. */
  @Coroutine
  void collect(String prefix);
}
