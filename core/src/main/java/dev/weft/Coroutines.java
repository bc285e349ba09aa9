package dev.weft;

import java.util.Iterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * What is called inside a coroutine: where it suspends, delegates and ends.
 *
 * <p>Weaving replaces the calls, so the bodies here run only in code that was not woven. They throw
 * an {@link IllegalStateException} that names the calling method and the cure.
 */
public final class Coroutines {
  private Coroutines() {}

  /**
   * Suspends the running coroutine with a value for its caller.
   *
   * <p>Expressions are evaluated in Java's order, whether they suspend or not: in {@code a[i] =
   * b[j] = yield(x)} the indexes come first, and each store happens after the yield to the right of
   * it has been resumed.
   *
   * <p>Assign the result to a variable of a reference type: after {@code next()} it is null, and
   * {@code int y = Coroutines.yield(x)} is then a {@link NullPointerException}.
   *
   * @param value what {@code next} or {@code send} returns to the caller; may be null
   * @param <S> what is sent
   * @return what the caller sends; null if it called {@code next}
   * @throws IllegalStateException if the coroutine cannot be suspended here: it was reached through
   *     a frame that is no coroutine, or by plain code
   */
  public static <S extends @Nullable Object> S yield(@Nullable Object value) {
    throw NotWoven.calling("yield");
  }

  /**
   * Suspends the running coroutine with null for its caller.
   *
   * @param <S> what is sent
   * @return what the caller sends; null if it called {@code next}
   */
  public static <S extends @Nullable Object> S yield() {
    throw NotWoven.calling("yield");
  }

  /**
   * Delegates to another generator until it ends (PEP 380): next, send, raise and close reach it.
   *
   * @param generator the generator to delegate to
   * @param <R> what it returns
   * @return what it returned
   */
  public static <R extends @Nullable Object> R yieldFrom(Generator<?, ?, R> generator) {
    throw NotWoven.calling("yieldFrom");
  }

  /**
   * Yields all that is left in an iterator. A value other than null sent meanwhile is an {@link
   * UnsupportedOperationException} here; what is raised is thrown here.
   *
   * @param iterator where the values come from
   * @param <R> what a generator returns
   * @return null, or if the iterator is a generator, what it returned
   */
  public static <R extends @Nullable Object> R yieldFrom(Iterator<?> iterator) {
    throw NotWoven.calling("yieldFrom");
  }

  /**
   * Yields every element of a collection.
   *
   * @param iterable where the values come from
   * @param <R> what a generator returns
   * @return null, or if the iterable is a generator, what it returned
   */
  public static <R extends @Nullable Object> R yieldFrom(Iterable<?> iterable) {
    throw NotWoven.calling("yieldFrom");
  }

  /**
   * Yields every element of a stream.
   *
   * @param stream where the values come from
   * @param <R> unused
   * @return null
   */
  public static <R extends @Nullable Object> R yieldFrom(BaseStream<?, ?> stream) {
    throw NotWoven.calling("yieldFrom");
  }

  /**
   * Yields every character of a text as a String of one character.
   *
   * @param text where the characters come from
   * @param <R> unused
   * @return null
   */
  public static <R extends @Nullable Object> R yieldFrom(CharSequence text) {
    throw NotWoven.calling("yieldFrom");
  }

  /**
   * Yields every element of an array.
   *
   * @param array where the values come from
   * @param <R> unused
   * @return null
   */
  public static <R extends @Nullable Object> R yieldFrom(@Nullable Object[] array) {
    throw NotWoven.calling("yieldFrom");
  }

  /**
   * Yields every element of an array as an Integer.
   *
   * @param array where the values come from
   * @param <R> unused
   * @return null
   */
  public static <R extends @Nullable Object> R yieldFrom(int[] array) {
    throw NotWoven.calling("yieldFrom");
  }

  /**
   * Ends a generator method without a result: {@code return done();}.
   *
   * @param <Y> what the generator yields
   * @param <S> what is sent to it
   * @param <R> what it returns
   * @return what the generator method has to return
   */
  public static <Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
      Generator<Y, S, R> done() {
    throw NotWoven.calling("done");
  }

  /**
   * Ends a generator method with a result: {@code return done(result);}.
   *
   * @param result what the generator returns; may be null
   * @param <Y> what the generator yields
   * @param <S> what is sent to it
   * @param <R> what it returns
   * @return what the generator method has to return
   */
  public static <Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
      Generator<Y, S, R> done(R result) {
    throw NotWoven.calling("done");
  }

  /**
   * Ends a generator method of any declared return type, such as {@code Stream}: {@code return
   * end();}.
   *
   * @param <G> the declared return type
   * @return what the generator method has to return
   */
  public static <G extends @Nullable Object> G end() {
    throw NotWoven.calling("end");
  }

  /**
   * Whether a yield would work here.
   *
   * @return true in a coroutine that was reached from its generator through coroutines only
   */
  public static boolean isSuspendable() {
    return false;
  }

  /** The running coroutine as a {@link Yielder}; how {@link Generator#of} gets one to hand out. */
  static <Y extends @Nullable Object, S extends @Nullable Object> Yielder<Y, S> current() {
    throw NotWoven.calling("current");
  }
}
