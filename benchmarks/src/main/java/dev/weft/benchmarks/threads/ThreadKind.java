package dev.weft.benchmarks.threads;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** The two kinds of thread a JVM has. */
public enum ThreadKind {
  PLATFORM {
    @Override
    public Thread start(Runnable task) {
      Thread thread = new Thread(task, "partner");
      thread.setDaemon(true);
      thread.start();
      return thread;
    }

    // JMH's own thread is of this kind.
    @Override
    <T> T call(Callable<T> task) throws Exception {
      return task.call();
    }
  },

  VIRTUAL {
    // By reflection, for this has to compile on a JDK that lacks them.
    @Override
    public Thread start(Runnable task) {
      try {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        return (Thread) start.invoke(null, task);
      } catch (ReflectiveOperationException e) {
        throw new UnsupportedOperationException("virtual threads need JDK 21 or later", e);
      }
    }

    @Override
    <T> T call(Callable<T> task) throws Exception {
      FutureTask<T> future = new FutureTask<>(task);
      start(future);
      return future.get();
    }
  };

  /**
   * Starts a daemon thread of this kind.
   *
   * @param task what it runs
   * @return the thread
   */
  public abstract Thread start(Runnable task);

  /** Runs a task to its end on a thread of this kind. */
  abstract <T> T call(Callable<T> task) throws Exception;
}
