package dev.weft.benchmarks.threads;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A link of one field whose turn goes back and forth: the one who hands over unparks the other and
 * parks. Nothing lies below this but the scheduler.
 */
final class ParkLink implements Link {
  private volatile @Nullable Thread driver;
  private volatile @Nullable Thread partner;
  private volatile boolean partnersTurn;
  private int value;

  @Override
  public int send(int sent) throws InterruptedException {
    if (driver != Thread.currentThread()) {
      driver = Thread.currentThread();
    }
    value = sent;
    partnersTurn = true;
    LockSupport.unpark(partner);
    awaitTurn(false);
    return value;
  }

  @Override
  public int next() throws InterruptedException {
    return send(0);
  }

  @Override
  public int receive() throws InterruptedException {
    if (partner != Thread.currentThread()) {
      partner = Thread.currentThread();
    }
    awaitTurn(true);
    return value;
  }

  @Override
  public void reply(int answer) {
    value = answer;
    partnersTurn = false;
    LockSupport.unpark(driver);
  }

  @Override
  public void give(int given) throws InterruptedException {
    receive();
    reply(given);
  }

  private void awaitTurn(boolean ofPartner) throws InterruptedException {
    while (partnersTurn != ofPartner) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.park(this);
    }
  }
}
