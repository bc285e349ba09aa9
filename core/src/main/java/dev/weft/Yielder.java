package dev.weft;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The typed twin of {@link Coroutines}: yields on behalf of the generator whose body received it.
 *
 * <p>It belongs to the running coroutine. Using one that is not the running coroutine's is an
 * {@link IllegalStateException}.
 *
 * @param <Y> what the generator yields
 * @param <S> what is sent to it
 */
public interface Yielder<Y extends @Nullable Object, S extends @Nullable Object> {
  /**
   * Suspends the generator with a value for its caller.
   *
   * @param value what {@code next} or {@code send} returns to the caller; may be null
   * @return what the caller sends; null if it called {@code next}
   */
  S yield(Y value);

  /**
   * Delegates to another generator until it ends (PEP 380): next, send, raise and close reach it.
   *
   * @param generator the generator to delegate to
   * @param <R> what it returns
   * @return what it returned
   */
  <R extends @Nullable Object> R yieldFrom(Generator<? extends Y, ? super S, R> generator);

  /**
   * Yields all that is left in an iterator.
   *
   * @param iterator where the values come from
   * @param <R> unused: an iterator returns nothing
   * @return null
   */
  <R extends @Nullable Object> R yieldFrom(Iterator<? extends Y> iterator);

  /**
   * Yields every element of a collection.
   *
   * @param iterable where the values come from
   * @param <R> unused: an iterable returns nothing
   * @return null; if the iterable is a generator, what it returned
   */
  <R extends @Nullable Object> R yieldFrom(Iterable<? extends Y> iterable);
}
