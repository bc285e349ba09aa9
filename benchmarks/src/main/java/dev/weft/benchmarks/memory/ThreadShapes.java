package dev.weft.benchmarks.memory;

import dev.weft.benchmarks.continuation.JdkContinuation;
import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.threads.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Threads of both kinds, parked, and the continuation on which virtual threads are built. */
public final class ThreadShapes implements Shapes {
  private static final int MANY = 200_000;

  /** Few enough for the limits that operating systems set. */
  private static final int PLATFORM_THREADS = 1_000;

  /** Made by {@link java.util.ServiceLoader}. */
  public ThreadShapes() {}

  @Override
  public List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    if (Launch.hasVirtualThreads()) {
      shapes.add(new Shape("JDK Continuation", MANY, ThreadShapes::continuation));
      shapes.add(new Shape("virtual thread", MANY, () -> parked(ThreadKind.VIRTUAL)));
    }
    shapes.add(
        new Shape("platform thread", PLATFORM_THREADS, () -> parked(ThreadKind.PLATFORM), true));
    return shapes;
  }

  private static Object continuation() {
    JdkContinuation continuation = new JdkContinuation(JdkContinuation::suspend);
    continuation.run();
    return continuation;
  }

  private static Object parked(ThreadKind kind) {
    return kind.start(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        LockSupport.park();
      }
    });
  }
}
