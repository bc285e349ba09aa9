package dev.weft.runtime;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Resumes the methods of a soaked program, in which every method is a coroutine and every call
 * suspends: the root of the calls that plain code makes of such methods.
 *
 * <p>The system property {@code weft.soak.every} says that every n-th call suspends (1 by default),
 * or with 0 a random half. How often calls have suspended is said on the standard error stream when
 * the JVM ends.
 *
 * <p>Thread-safe: each call from plain code has a root of its own.
 */
public final class Soak extends UnrunFrame {
  private static final int EVERY = Integer.getInteger("weft.soak.every", 1);
  private static final LongAdder SUSPENSIONS = new LongAdder();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Soak::report, "weft-soak"));
  }

  private static int calls;

  private Soak() {
    state = RUNNING;
  }

  @SuppressWarnings("SystemOut") // there is no other way to tell it at the end
  private static void report() {
    System.err.printf("[weft] soak: %,d suspensions%n", SUSPENSIONS.sum());
  }

  /**
   * Whether the call of a soaked method that has just begun is to suspend.
   *
   * @param coroutine the root
   * @return whether to suspend
   */
  public static boolean isDue(GeneratorFrame coroutine) {
    if (coroutine == NONE || !isNext()) {
      return false;
    }
    SUSPENSIONS.increment();
    return true;
  }

  private static boolean isNext() {
    if (EVERY == 0) {
      return ThreadLocalRandom.current().nextBoolean();
    }
    return EVERY == 1 || calls++ % EVERY == 0; // that threads may miscount does not matter
  }

  /**
   * Begins a call that plain code makes of a soaked method.
   *
   * @return the root in which the method runs
   */
  public static GeneratorFrame begin() {
    return new Soak();
  }

  /**
   * Ends such a call: resumes it as often as it suspends.
   *
   * @param result what the method returned, if it has not suspended
   * @param root what {@link #begin} returned
   * @return what the method returned
   * @throws Throwable what the method throws
   */
  public static @Nullable Object finish(@Nullable Object result, GeneratorFrame root)
      throws Throwable {
    if (root.state < 0) {
      return result;
    }
    ((Soak) root).drive();
    return root.transfer;
  }

  /**
   * The same for a primitive result.
   *
   * @param result the raw bits
   * @param root what {@link #begin} returned
   * @return the raw bits
   * @throws Throwable what the method throws
   */
  public static long finish(long result, GeneratorFrame root) throws Throwable {
    if (root.state < 0) {
      return result;
    }
    ((Soak) root).drive();
    return root.primitive;
  }

  private void drive() throws Throwable {
    link(this);
    boolean suspended = true;
    while (suspended) {
      suspended = advance(null);
    }
  }

  @Override
  String description() {
    return "soaked program";
  }

  /** The outermost method has ended. */
  @Override
  protected void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    transfer = received(in);
    state = ENDED;
  }
}
