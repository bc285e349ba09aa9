package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * The body of a generator that returns nothing, for {@link Generator#each}.
 *
 * @param <Y> what the generator yields
 * @param <S> what is sent to it
 */
@FunctionalInterface
public interface VoidBody<Y extends @Nullable Object, S extends @Nullable Object> {
  /**
   * Runs the body; may suspend.
   *
   * @param out where it yields
   * @throws Exception whatever the body throws; it reaches the caller of {@code next}, unwrapped
   */
  @Coroutine
  void run(Yielder<Y, S> out) throws Exception;
}
