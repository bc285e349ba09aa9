package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;

/**
 * Every yield gives a value out and takes one in: the two sides converse.
 *
 * <p>Prints what each side gets, in the order in which it happens.
 */
public final class E02Conversation {
  private E02Conversation() {}

  /** Runs one conversation to its end. */
  public static void main(String[] args) {
    Generator<Integer, Integer, Void> talk = conversation(10);
    System.out.println("main received : " + talk.next());
    System.out.println("main received : " + talk.send(100));
    try {
      talk.send(100);
    } catch (StopIteration end) {
      System.out.println("StopIteration");
    }
  }

  @Coroutine
  static Generator<Integer, Integer, Void> conversation(int x) {
    System.out.println("coroutine started : " + x);
    int y = Coroutines.yield(x);
    System.out.println("coroutine y received : " + y);
    int z = Coroutines.yield(x + y);
    System.out.println("coroutine z received : " + z);
    return Coroutines.done();
  }
}
