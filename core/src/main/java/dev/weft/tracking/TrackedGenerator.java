package dev.weft.tracking;

import dev.weft.runtime.GeneratorFrame;
import dev.weft.runtime.RestartableFrame;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of the generators of code woven with the option {@code track}; for woven code
 * only. It can be restarted, so that one class does for methods that return {@link Iterable}, too.
 */
public abstract class TrackedGenerator extends RestartableFrame {
  private @Nullable Track track;

  /** Made by woven code. */
  protected TrackedGenerator() {}

  /**
   * Begins to track it; woven code calls this where a generator is made, but not of those that only
   * serve to start others.
   *
   * @return this
   */
  public final GeneratorFrame created() {
    track = Registry.add(this, layout());
    return this;
  }

  /** Its entry in the registry; null if it is not tracked. */
  final @Nullable Track track() {
    return track;
  }

  @Override
  protected final void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    Run run = Run.begin(coroutine);
    try {
      resumeTracked(coroutine, in);
    } finally {
      run.end(layout(), state, null);
    }
  }

  /**
   * What {@link #resume} is without tracking.
   *
   * @param coroutine this
   * @param in what it is resumed with
   * @throws Throwable what its method throws
   */
  protected abstract void resumeTracked(GeneratorFrame coroutine, @Nullable Object in)
      throws Throwable;
}
