package dev.weft.benchmarks.compare;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.continuation.JdkContinuation;
import dev.weft.benchmarks.threads.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Makes suspended things of one kind. It holds them until {@link #end}. */
final class Suspended {
  private static final int LIMIT = 10_000;
  private static final int DEPTH = 100;

  private final Subject subject;
  private final List<Object[]> kept = new ArrayList<>();

  Suspended(Subject subject) {
    this.subject = subject;
  }

  /** Puts one that is suspended into each place. */
  void fill(Object[] places) throws InterruptedException {
    kept.add(places);
    for (int i = 0; i < places.length; i++) {
      places[i] = subject.maker().get();
    }
    for (Object place : places) {
      while (place instanceof Thread thread && thread.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
  }

  /** Ends the threads, and returns when the last one has. */
  void end() throws InterruptedException {
    List<Thread> threads =
        kept.stream()
            .flatMap(Stream::of)
            .filter(Thread.class::isInstance)
            .map(Thread.class::cast)
            .toList();
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
    kept.clear();
  }

  static Object ints() {
    return started(intsBelow(LIMIT));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> intsBelow(int limit) {
    for (int i = 0; i < limit; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  static Object echo() {
    return started(answers());
  }

  @Coroutine
  private static Generator<Integer, Integer, Void> answers() {
    int heard = 0;
    while (true) {
      heard = Coroutines.<Integer>yield(heard);
    }
  }

  static Object deep() {
    return started(descent(LIMIT));
  }

  @Coroutine
  private static Generator<Integer, Void, Integer> descent(int value) {
    return Coroutines.done(descend(DEPTH, value));
  }

  @Coroutine
  private static int descend(int depth, int value) {
    if (depth > 1) {
      return descend(depth - 1, value) + depth;
    }
    Coroutines.yield(value);
    return depth;
  }

  private static Object started(Generator<Integer, ?, ?> generator) {
    generator.next();
    return generator;
  }

  static Object continuation() {
    JdkContinuation continuation = new JdkContinuation(JdkContinuation::suspend);
    continuation.run();
    return continuation;
  }

  static Object thread(ThreadKind kind) {
    return kind.start(Suspended::parkUntilInterrupted);
  }

  private static void parkUntilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park();
    }
  }
}
