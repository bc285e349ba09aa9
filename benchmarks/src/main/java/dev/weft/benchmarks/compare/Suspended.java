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
  private static final int DEPTH = 100;

  private final Subject subject;
  private final List<Object[]> kept = new ArrayList<>();
  private volatile boolean ended;

  Suspended(Subject subject) {
    this.subject = subject;
  }

  /** Puts one that is suspended into each place. */
  void fill(Object[] places) throws InterruptedException {
    kept.add(places);
    switch (subject) {
      case VIRTUAL_THREAD -> park(ThreadKind.VIRTUAL, places);
      case PLATFORM_THREAD -> park(ThreadKind.PLATFORM, places);
      default -> suspend(places);
    }
  }

  private void suspend(Object[] places) {
    for (int i = 0; i < places.length; i++) {
      places[i] =
          switch (subject) {
            case INT_GENERATOR -> started(ints(i));
            case ECHO -> started(echo());
            case DEEP_100 -> started(deep(i));
            case CONTINUATION -> startedContinuation();
            default -> throw new AssertionError(subject);
          };
    }
  }

  private static Object started(Generator<Integer, ?, ?> generator) {
    generator.next();
    return generator;
  }

  @Coroutine
  private static Generator<Integer, Void, Void> ints(int limit) {
    for (int i = 0; i <= limit; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Integer, Void> echo() {
    int heard = 0;
    while (true) {
      heard = Coroutines.<Integer>yield(heard);
    }
  }

  @Coroutine
  private static Generator<Integer, Void, Integer> deep(int value) {
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

  private static Object startedContinuation() {
    JdkContinuation continuation = new JdkContinuation(JdkContinuation::suspend);
    continuation.run();
    return continuation;
  }

  private void park(ThreadKind kind, Object[] places) throws InterruptedException {
    for (int i = 0; i < places.length; i++) {
      places[i] = kind.start(this::parkUntilEnded);
    }
    for (Object thread : places) {
      while (((Thread) thread).getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
  }

  private void parkUntilEnded() {
    while (!ended) {
      LockSupport.park(this);
    }
  }

  /** Ends the threads, and returns when the last one has. */
  void end() throws InterruptedException {
    ended = true;
    List<Thread> threads =
        kept.stream()
            .flatMap(Stream::of)
            .filter(Thread.class::isInstance)
            .map(Thread.class::cast)
            .toList();
    threads.forEach(LockSupport::unpark);
    for (Thread thread : threads) {
      thread.join();
    }
    kept.clear();
  }
}
