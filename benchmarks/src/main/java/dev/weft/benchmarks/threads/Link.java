package dev.weft.benchmarks.threads;

/**
 * What two threads hand ints over: the driver at one end, its partner at the other.
 *
 * <p>Either the driver sends and the partner receives and replies, or the driver calls {@code next}
 * and the partner gives; the two are not mixed.
 */
public interface Link {
  /** The driver's: hands a value over and waits for the reply to it. */
  int send(int value) throws InterruptedException;

  /** The driver's: waits for what the partner gives. */
  int next() throws InterruptedException;

  /** The partner's: waits for what the driver sends. */
  int receive() throws InterruptedException;

  /** The partner's: hands over the reply. */
  void reply(int value) throws InterruptedException;

  /** The partner's: hands a value to the driver's {@code next}. */
  void give(int value) throws InterruptedException;
}
