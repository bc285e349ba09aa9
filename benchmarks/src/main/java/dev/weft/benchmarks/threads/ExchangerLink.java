package dev.weft.benchmarks.threads;

import java.util.concurrent.Exchanger;

/**
 * A link of one {@link Exchanger}. There and back takes two exchanges, for the reply is not known
 * before the value has arrived; to give takes one.
 */
final class ExchangerLink implements Link {
  /** What goes the other way where only one side has something to say. */
  private static final Integer NOTHING = 0;

  private final Exchanger<Integer> exchanger = new Exchanger<>();

  @Override
  public int send(int value) throws InterruptedException {
    exchanger.exchange(value);
    return exchanger.exchange(NOTHING);
  }

  @Override
  public int next() throws InterruptedException {
    return exchanger.exchange(NOTHING);
  }

  @Override
  public int receive() throws InterruptedException {
    return exchanger.exchange(NOTHING);
  }

  @Override
  public void reply(int value) throws InterruptedException {
    exchanger.exchange(value);
  }

  @Override
  public void give(int value) throws InterruptedException {
    exchanger.exchange(value);
  }
}
