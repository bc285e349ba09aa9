package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A generator can be asked where it stands: its state, and while it is suspended its line and its
 * variables.
 *
 * <p>Prints the state after every step of a conversation, once from the inside, and a snapshot at
 * the second yield. The snapshot has the values of the variables that are still needed; {@code
 * self} is in scope, but is not used after that yield.
 */
public final class E03States {
  private E03States() {}

  /** Runs one conversation and looks at it from the outside after each step. */
  public static void main(String[] args) {
    AtomicReference<Generator<Integer, Integer, Void>> self = new AtomicReference<>();
    Generator<Integer, Integer, Void> talk = conversation(10, self);
    self.set(talk);
    System.out.println(talk.state());
    talk.next();
    System.out.println(talk.state());
    talk.send(100);
    System.out.println(talk.state());
    System.out.println("snapshot: " + talk.snapshot());
    try {
      talk.send(100);
    } catch (StopIteration end) {
      System.out.println(talk.state());
    }
  }

  @Coroutine
  static Generator<Integer, Integer, Void> conversation(
      int x, AtomicReference<Generator<Integer, Integer, Void>> self) {
    System.out.println("from inside: " + self.get().state());
    int y = Coroutines.yield(x);
    int z = Coroutines.yield(x + y);
    System.out.println("sum: " + (x + y + z));
    return Coroutines.done();
  }
}
