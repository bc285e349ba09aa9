package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What woven code asks of the running coroutine: to take new frames, to suspend, to hand over what
 * comes in and results, and to check that a yield makes sense.
 *
 * <p>Not thread-safe, as {@link dev.weft.Generator} says.
 */
abstract class CoroutineFrame extends DrivenFrame {
  /** Made by woven code. */
  CoroutineFrame() {}

  /**
   * Adds the new frame of an activation that suspends for the first time; the caller of the one
   * pushed before.
   *
   * @param frame the frame
   */
  public final void push(Frame frame) {
    Frame outermost = tail;
    if (outermost == GeneratorFrame.UNSAVED) {
      return;
    }
    if (outermost == null) {
      frame.caller = frame;
    } else {
      frame.caller = outermost.caller;
      outermost.caller = frame;
    }
    tail = frame;
  }

  /**
   * The frames pushed since the present resume began, which suspend now; for tracking.
   *
   * @return the frames, outermost first; none if some could not be saved
   */
  public final Collection<Frame> pushed() {
    Frame outermost = tail;
    if (outermost == null || outermost == GeneratorFrame.UNSAVED) {
      return List.of();
    }
    Deque<Frame> frames = new ArrayDeque<>();
    Frame frame = outermost;
    do {
      frame = Objects.requireNonNull(frame.caller); // of the outermost: the innermost
      frames.addFirst(frame);
    } while (frame != outermost);
    return frames;
  }

  /**
   * Tells the callers of a subroutine that yielded that they are to save themselves and return.
   *
   * @param kind the kind of a primitive value, in its place in the state word; else 0
   */
  public final void suspend(int kind) {
    state = (state & POINT) | kind;
  }

  /** Takes over what another has yielded, but for its kind. */
  final void takeOver(GeneratorFrame other) {
    primitive = other.primitive;
    transfer = other.transfer;
    other.transfer = null;
  }

  /** Tells the kind of the value yielded, if the coroutine is about to suspend. */
  final void setKind(int kind) {
    state = (state & ~KIND) | kind;
  }

  /**
   * What the yield or the call where a frame goes on evaluates to.
   *
   * @param in what the frame was resumed with
   * @return the value sent, or the result of the frame that ended
   * @throws Throwable what was raised, or what that frame threw
   */
  public static @Nullable Object received(@Nullable Object in) throws Throwable {
    if (in instanceof Raised raised) {
      throw raised.thrown();
    }
    return in;
  }

  /**
   * The same for a call that evaluates to a primitive value.
   *
   * @param in what the frame was resumed with
   * @return the raw bits
   * @throws Throwable what the frame that ended threw
   */
  public final long receivedPrimitive(@Nullable Object in) throws Throwable {
    received(in);
    return primitive;
  }

  /**
   * Hands over the result of a frame that was resumed, unless it has only suspended again.
   *
   * @param result the result
   */
  public final void returned(@Nullable Object result) {
    if (state < 0) {
      transfer = result;
    }
  }

  /**
   * The same for a primitive result.
   *
   * @param result the raw bits
   */
  public final void returnedPrimitive(long result) {
    if (state < 0) {
      primitive = result;
    }
  }

  /**
   * Ends the generator with what its method returned, where weaving could not see what that is.
   *
   * @param value null, or what {@link Completion#of} made
   * @return the generator's result
   * @throws IllegalStateException if it is anything else
   */
  public static @Nullable Object resultOf(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Completion completion) {
      return completion.value();
    }
    throw new IllegalStateException(
        "a generator method must return null, done(..) or end(), but returned a "
            + value.getClass().getName()
            + "; to yield what it holds, yieldFrom it");
  }

  /**
   * Checks that a yield can suspend this coroutine.
   *
   * @throws IllegalStateException if there is none: the yield was reached through plain code
   */
  public final void ensureSuspendable() {
    if (this == GeneratorFrame.NONE) {
      throw BrokenChain.atYield();
    }
  }

  /** Whether one more delegation can begin on this stack; a deep chain must not overflow it. */
  final boolean canNest() {
    return (state & NESTING) != NESTING;
  }

  /**
   * Counts a {@link DelegateFrame delegation to a call} that begins on this stack.
   *
   * @return whether it may; if not, a generator has to be made of the call
   * @throws IllegalStateException if there is no coroutine that could yield what it yields
   */
  public final boolean nest() {
    ensureSuspendable();
    if (!canNest()) {
      return false;
    }
    state += NESTING_STEP;
    return true;
  }

  /** Counts down when such a delegation has ended, or does nothing if it has suspended. */
  public final void unnest() {
    if (state < 0) {
      state -= NESTING_STEP;
    }
  }

  /**
   * Counts down when such a delegation has failed.
   *
   * @param thrown what its body threw
   * @return what its delegator sees
   */
  public final Throwable unnestFailed(Throwable thrown) {
    unnest();
    return Raised.outOfGenerator(thrown);
  }

  /**
   * Whether a yield can suspend this coroutine.
   *
   * @return true unless the running method was called by plain code
   */
  public final boolean isSuspendable() {
    return this != GeneratorFrame.NONE;
  }

  /**
   * Checks that a yielder belongs to the running coroutine.
   *
   * @param yielder the yielder used
   * @param running the running coroutine
   * @throws IllegalStateException if it belongs to another
   */
  public static void requireRunning(Object yielder, GeneratorFrame running) {
    if (yielder != running) {
      running.ensureSuspendable();
      Objects.requireNonNull(yielder, "yielder");
      throw new IllegalStateException(
          "this Yielder belongs to " + yielder + ", but the running coroutine is " + running);
    }
  }
}
