package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Jobs that take turns need no threads: each keeps its place and its variables between turns.
 *
 * <p>Prints the turns of three jobs as coroutines on one thread, then as one thread each. The order
 * is the same; with threads it takes two semaphores a job to make it so.
 */
public final class E06RoundRobin {
  private E06RoundRobin() {}

  /** Runs the three jobs both ways. */
  public static void main(String[] args) {
    System.out.println("coroutines");
    takeTurns(List.of(job("A", 3), job("B", 1), job("C", 2)));
    System.out.println("threads");
    threadsTakeTurns(List.of(threadJob("A", 3), threadJob("B", 1), threadJob("C", 2)));
  }

  @Coroutine
  static Generator<Void, Void, Void> job(String name, int turns) {
    int total = 0;
    for (int turn = 1; turn <= turns; turn++) {
      total += turn;
      System.out.println(name + " turn " + turn + ", total " + total);
      Coroutines.yield();
    }
    System.out.println(name + " done");
    return Coroutines.done();
  }

  private static void takeTurns(List<Generator<Void, Void, Void>> jobs) {
    Deque<Generator<Void, Void, Void>> queue = new ArrayDeque<>(jobs);
    while (!queue.isEmpty()) {
      Generator<Void, Void, Void> job = queue.removeFirst();
      // Looking ahead runs the turn, up to the yield or to the end.
      if (job.hasNext()) {
        job.next();
        queue.addLast(job);
      }
    }
  }

  private static JobThread threadJob(String name, int turns) {
    return new JobThread(thread -> work(name, turns, thread));
  }

  /** The same job, line for line; only the end of a turn differs. */
  private static void work(String name, int turns, JobThread thread) {
    int total = 0;
    for (int turn = 1; turn <= turns; turn++) {
      total += turn;
      System.out.println(name + " turn " + turn + ", total " + total);
      thread.endTurn();
    }
    System.out.println(name + " done");
  }

  private static void threadsTakeTurns(List<JobThread> jobs) {
    Deque<JobThread> queue = new ArrayDeque<>(jobs);
    while (!queue.isEmpty()) {
      JobThread job = queue.removeFirst();
      if (job.takeTurn()) {
        queue.addLast(job);
      }
    }
  }

  /** A job on its own thread that runs only while the loop waits for it. */
  private static final class JobThread {
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore turnEnded = new Semaphore(0);
    private final Thread thread;
    private boolean done;

    JobThread(Consumer<JobThread> work) {
      thread = new Thread(() -> run(work));
      thread.setDaemon(true); // a job that never ends must not keep the JVM alive
    }

    /** Called by the loop: runs one turn; false when the job is done. */
    boolean takeTurn() {
      if (thread.getState() == Thread.State.NEW) {
        thread.start();
      }
      turn.release();
      turnEnded.acquireUninterruptibly();
      return !done;
    }

    /** Called by the job: what a yield is for the coroutine. */
    void endTurn() {
      turnEnded.release();
      turn.acquireUninterruptibly();
    }

    private void run(Consumer<JobThread> work) {
      turn.acquireUninterruptibly();
      try {
        work.accept(this);
      } finally {
        done = true;
        turnEnded.release();
      }
    }
  }
}
