package com.example.shop;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayList;
import java.util.List;

/** The one class of the shop that runs coroutines. */
public final class Till {
  private Till() {}

  /** Suspends with an item. */
  @Coroutine
  public static void ring(Object item) {
    Coroutines.yield(item);
  }

  /** Runs an order as a coroutine and lists its items. */
  public static List<Object> take(Order order) {
    List<Object> items = new ArrayList<>();
    Generator<Object, Void, Void> generator = Generator.each(out -> order.collect("item "));
    generator.forEachRemaining(items::add);
    return items;
  }
}
