package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * The body of a generator, written as a lambda or a method reference for {@link Generator#of}.
 *
 * @param <Y> what the generator yields
 * @param <S> what is sent to it
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Body<
    Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object> {
  /**
   * Runs the body; may suspend.
   *
   * @param out where it yields
   * @return the generator's result
   * @throws Exception whatever the body throws; it reaches the caller of {@code next}, unwrapped
   */
  @Coroutine
  R run(Yielder<Y, S> out) throws Exception;
}
