package dev.weft.runtime;

/**
 * The frame of a generator method that is delegated to right where it is called, {@code
 * yieldFrom(walk(node))}. Nobody else can have that generator, so none is made: the method runs in
 * the coroutine of its delegator, as a subroutine does.
 *
 * <p>What tells the difference makes a generator of the frame after all: see {@link
 * MaterialisedDelegate}.
 */
public abstract class DelegateFrame extends Frame {
  /** Made by woven code. */
  protected DelegateFrame() {}

  @Override
  final Raised passOn(Raised thrown) {
    Throwable failure = Raised.outOfGenerator(thrown.thrown());
    return failure == thrown.thrown() ? thrown : Raised.by(this, failure, null);
  }
}
