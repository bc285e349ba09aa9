package dev.weft.benchmarks.threads;

import java.util.concurrent.SynchronousQueue;

/**
 * A link of two {@link SynchronousQueue}s, one for each direction. To give takes only one of them:
 * the partner may be computing the next value while the driver uses this one.
 */
final class QueueLink implements Link {
  private final SynchronousQueue<Integer> there = new SynchronousQueue<>();
  private final SynchronousQueue<Integer> back = new SynchronousQueue<>();

  @Override
  public int send(int value) throws InterruptedException {
    there.put(value);
    return back.take();
  }

  @Override
  public int next() throws InterruptedException {
    return back.take();
  }

  @Override
  public int receive() throws InterruptedException {
    return there.take();
  }

  @Override
  public void reply(int value) throws InterruptedException {
    back.put(value);
  }

  @Override
  public void give(int value) throws InterruptedException {
    back.put(value);
  }
}
