package dev.weft.benchmarks.threads;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The thread at the other end. It is started before the measurement and lives through it, so that
 * no start is measured.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the parameter and calls the set-up
public abstract class Partner {
  /** All of them, one after the other. */
  @Param public Means means;

  private final ThreadKind kind;
  private final Body body;
  private Link link;
  private Thread thread;

  /** What the partner does at its end of the link, until it is interrupted. */
  @FunctionalInterface
  public interface Body {
    void run(Link link) throws InterruptedException;
  }

  /** What the driver does at its end. */
  @FunctionalInterface
  public interface Driver {
    long run(Link link) throws InterruptedException;
  }

  protected Partner(ThreadKind kind, Body body) {
    this.kind = kind;
    this.body = body;
  }

  @Setup(Level.Trial)
  public void start() {
    link = means.newLink();
    thread = kind.start(this::run);
  }

  private void run() {
    try {
      body.run(link);
    } catch (InterruptedException e) {
      // The measurement is over.
    }
  }

  @TearDown(Level.Trial)
  public void stop() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  /**
   * Drives the partner from a thread of its own kind.
   *
   * @param driver what to do
   * @return what the driver returns
   */
  public long drive(Driver driver) throws Exception {
    return kind.call(() -> driver.run(link));
  }
}
