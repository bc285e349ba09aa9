package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** Prints the variables of a suspended generator, one of which is in scope but not live. */
public final class Inspected {
  private Inspected() {}

  /** Prints the variables. */
  public static void main(String[] args) {
    Generator<Integer, Void, Void> generator = squares(7);
    generator.next();
    System.out.println(generator.snapshot().frames().get(0).locals());
  }

  @Coroutine
  private static Generator<Integer, Void, Void> squares(int start) {
    int unused = start + 1;
    int used = unused * 2;
    Coroutines.yield(start);
    Coroutines.yield(used);
    return Coroutines.done();
  }
}
