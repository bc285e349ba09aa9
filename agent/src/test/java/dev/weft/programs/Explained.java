package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** Has a variable for each thing that can become of one. */
public final class Explained {
  private Explained() {}

  @Coroutine
  static Generator<String, String, Void> words(String first, int times) {
    int width = first.length(); // before the loop
    for (int i = 0; i < times; i++) { // the loop
      int unused = i * 2;
      Coroutines.yield(first + unused + width); // the yield
    }
    String last = first.concat(ask()); // the call
    Coroutines.yield(last);
    return Coroutines.done();
  }

  @Coroutine
  private static String ask() {
    return Coroutines.yield("?");
  }
}
