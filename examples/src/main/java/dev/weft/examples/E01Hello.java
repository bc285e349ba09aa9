package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;

/**
 * A coroutine stops at its yield and waits there for a value.
 *
 * <p>Prints what it receives when it is resumed by {@code next} (null) and by {@code send} (the
 * value), and the error of sending a value to a coroutine that waits at no yield yet.
 */
public final class E01Hello {
  private E01Hello() {}

  /** Runs all three ways to drive the coroutine, each on a fresh generator. */
  public static void main(String[] args) {
    nextAndNext();
    nextAndSend();
    sendFirst();
  }

  @Coroutine
  static Generator<Void, Integer, Void> hello() {
    System.out.println(">>> coroutine started");
    // Integer, not int: after next() there is no value, and yield gives null.
    Integer value = Coroutines.yield();
    System.out.println(">>> coroutine received: " + value);
    return Coroutines.done();
  }

  private static void nextAndNext() {
    System.out.println("next, next");
    Generator<Void, Integer, Void> hello = hello();
    hello.next();
    try {
      hello.next();
    } catch (StopIteration end) {
      System.out.println("StopIteration");
    }
  }

  private static void nextAndSend() {
    System.out.println("next, send(100)");
    Generator<Void, Integer, Void> hello = hello();
    hello.next();
    try {
      hello.send(100);
    } catch (StopIteration end) {
      System.out.println("StopIteration");
    }
  }

  private static void sendFirst() {
    System.out.println("send(100)");
    Generator<Void, Integer, Void> hello = hello();
    try {
      hello.send(100);
    } catch (IllegalStateException error) {
      System.out.println(error.getMessage());
    }
  }
}
