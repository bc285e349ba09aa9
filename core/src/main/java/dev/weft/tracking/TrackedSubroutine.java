package dev.weft.tracking;

import dev.weft.runtime.Frame;
import dev.weft.runtime.GeneratorFrame;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of the frames of subroutines in code woven with the option {@code track}; for
 * woven code only.
 */
public abstract class TrackedSubroutine extends Frame {
  private @Nullable Place caller;

  /** Made by woven code. */
  protected TrackedSubroutine() {}

  /** Where it stands, once it has suspended for the first time. */
  final Place suspendedBelow(@Nullable Place calledFrom) {
    caller = calledFrom;
    return new Place(layout(), state, caller);
  }

  @Override
  protected final void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    Run run = Run.begin(coroutine);
    if (caller == null) { // called by a method that is not tracked
      caller = run.place();
    }
    try {
      resumeTracked(coroutine, in);
    } finally {
      run.end(layout(), state, caller);
    }
  }

  /**
   * What {@link #resume} is without tracking.
   *
   * @param coroutine the running coroutine
   * @param in what it is resumed with
   * @throws Throwable what its method throws
   */
  protected abstract void resumeTracked(GeneratorFrame coroutine, @Nullable Object in)
      throws Throwable;
}
