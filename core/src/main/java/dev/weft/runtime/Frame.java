package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The saved activation of one coroutine method: where it stands, and who called it.
 *
 * <p>Weaving makes a subclass for every coroutine method, with a typed field for every variable
 * that is ever live at a suspension. A frame is made when its activation first suspends and reused
 * until that activation ends; it stays linked to its caller meanwhile.
 *
 * <p>Not thread-safe: a frame belongs to its generator.
 */
public abstract class Frame {
  /** Where the activation goes on: 0 at the start of the method, else the number of a point. */
  public int state;

  /** The next outer frame; null in a generator's own frame. */
  @Nullable Frame caller;

  /** Made by woven code. */
  protected Frame() {}

  /**
   * Goes on where the activation stopped, and hands its result to the coroutine if it ends.
   *
   * @param coroutine the running coroutine
   * @param in what the yield or the call evaluates to where it goes on, or a {@link Raised}; a
   *     primitive result is in {@link GeneratorFrame#primitive} instead
   * @throws Throwable what the method throws
   */
  protected abstract void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable;

  /**
   * Describes the method and its variables, in the form that {@link FrameLayout} reads.
   *
   * @return the description, a constant
   */
  protected abstract String layout();

  /**
   * The saved variables in the order of the layout.
   *
   * @return the values, primitives boxed
   */
  protected abstract @Nullable Object[] values();

  /** The resume point, by its number in the layout. */
  int point() {
    return state & GeneratorFrame.POINT;
  }

  /** What its caller sees of what it threw. */
  Raised passOn(Raised thrown) {
    return thrown;
  }

  /**
   * The error of a frame whose state no point of its method has.
   *
   * @return the error, for woven code to throw
   */
  public final IllegalStateException corrupt() {
    return new IllegalStateException(getClass().getName() + " has no suspension point " + point());
  }
}
