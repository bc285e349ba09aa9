package dev.weft.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root frame of a coroutine, and the driver of all frames below it.
 *
 * <p>How it runs:
 *
 * <ol>
 *   <li>{@link #step} resumes the innermost frame directly, however deep. The generator is marked
 *       RUNNING, there or by its woven {@link #resume}, unless nothing could see that.
 *   <li>A frame that suspends saves itself, is {@linkplain CoroutineFrame#push pushed} if it is
 *       new, and clears RUNNING last; its callers see that and do the same, by return. User
 *       handlers see nothing.
 *   <li>{@link #link} hangs the pushed frames under the frame that was resumed, so that the next
 *       resume finds the innermost again.
 *   <li>A frame that ends leaves its result in {@link #transfer} or {@link #primitive}, or what it
 *       threw in a {@link Raised}, and {@link #resumeFrames} resumes its caller.
 * </ol>
 *
 * <p>The state word holds the resume point and the flags, so that suspending and ending are one
 * store each:
 *
 * <pre>
 *   31       30      29     28        27      26         25      24      23..20   19..16  15 .... 0
 *   RUNNING  CLOSED  READY  RETURNED  FAILED  DELIVERED  LINKED  NESTED  nesting  kind    resume point
 * </pre>
 *
 * <p>A primitive that is yielded is not boxed there: its bits go to {@link #primitive}, its {@link
 * Kind} to the state word, and whoever takes it boxes it, if need be. A loop over a generator then
 * allocates nothing.
 *
 * <p>What goes in is handed on as an argument, so that a value sent to an inlined body needs no
 * store and no box. {@link #transfer} holds what comes out: the value yielded while suspended, the
 * result of a frame that ended while running, and once CLOSED the result or the failure.
 *
 * <p>Not thread-safe, as {@link dev.weft.Generator} says.
 */
abstract class DrivenFrame extends Frame {
  /** The bits of {@link #state} that number the resume point. */
  public static final int POINT = 0xFFFF;

  /** The bits of {@link #state} that tell the {@link Kind} of the value yielded. */
  static final int KIND = 0xF << Kind.SHIFT;

  /** Set while the body runs; the sign, so that {@code state >= 0} says "suspended or ended". */
  public static final int RUNNING = 1 << 31;

  /** Set for ever once the body has ended. */
  public static final int CLOSED = 1 << 30;

  /** Set while a value that hasNext() looked ahead to waits in {@link #transfer}. */
  static final int READY = 1 << 29;

  /** Set with CLOSED: the body returned; the result is in {@link #transfer}. */
  static final int RETURNED = 1 << 28;

  /** Set with CLOSED: the body threw; what it threw is in {@link #transfer}. */
  static final int FAILED = 1 << 27;

  /** Set with RETURNED: a StopIteration has carried the result. */
  static final int DELIVERED = 1 << 26;

  /** Set while suspended by a delegation that is {@linkplain DelegationChain linked} to it. */
  static final int LINKED = 1 << 25;

  /** While running: started by the generator that delegates to it, on the stack of that one. */
  static final int NESTED = 1 << 24;

  /** While running: how many delegations have begun each other on one stack. */
  static final int NESTING = 0xF << 20;

  static final int NESTING_STEP = 1 << 20;

  /** In place of a kind: nothing was yielded, but the delegation in {@link #top} is to begin. */
  static final int BEGINS = KIND;

  /** The whole state of a generator whose body has just returned; woven code stores it. */
  public static final int ENDED = CLOSED | RETURNED;

  /** What comes out, or went wrong; see the class. */
  public @Nullable Object transfer;

  /** The innermost frame while suspended; null if that is this frame itself. */
  @Nullable Frame top;

  /** While unwinding, the outermost of the new frames, whose caller is the innermost of them. */
  public @Nullable Frame tail;

  /** A primitive value that was yielded, or is the result of a frame that ended, as raw bits. */
  public long primitive;

  /** Made by woven code. */
  DrivenFrame() {}

  /** Drops the references that the body saved, once it has failed or was closed unstarted. */
  protected abstract void clear();

  // === The driver ===

  /**
   * Runs to the next suspension or the end.
   *
   * @param in what the yield evaluates to, or a {@link Raised}
   * @return whether the body yielded; if so the value is in {@link #transfer}
   */
  final boolean advance(@Nullable Object in) {
    int before = state;
    if ((before & (RUNNING | CLOSED | LINKED)) != 0) {
      return advanceAlone(in);
    }
    return run(before, in);
  }

  /**
   * Starts a generator that is delegated to on the stack of its delegator; a delegation that it
   * begins is then for the driver of that one.
   *
   * @param nesting the delegator's, and one more
   * @return whether the body has suspended
   */
  final boolean start(int nesting) {
    state = nesting | NESTED;
    return run(nesting | NESTED, null);
  }

  private boolean run(int before, @Nullable Object in) {
    try {
      return step(before, in);
    } catch (Throwable thrown) {
      // By stores alone, as there may be neither stack nor heap left for a call.
      state = CLOSED | FAILED;
      transfer = thrown;
      top = null;
      tail = null;
      if (thrown instanceof VirtualMachineError exhausted) {
        throw exhausted;
      }
      throw endedBy(thrown, in);
    }
  }

  /**
   * Resumes the innermost frame, and those that follow.
   *
   * <p>Where only the body itself ever yields, the innermost frame is always this one, and woven
   * code overrides this by {@link #resume} alone. A compiler that knows the class then compiles
   * that and no more. What is written here it compiles by what all generators of the program have
   * done: once some have had frames, with calls that nothing is known of.
   *
   * @param before the state before this step
   * @param in as for {@link #resume}
   * @return whether the body has suspended
   */
  protected boolean step(int before, @Nullable Object in) throws Throwable {
    Frame innermost = top;
    if (innermost != null) {
      state = before | RUNNING;
      return resumeFrames(innermost, in);
    }
    resume(self(), in);
    if (tail != null && link(this) && (before & NESTED) == 0) {
      return resumeFrames(beginning(), null);
    }
    return (state & CLOSED) == 0;
  }

  private GeneratorFrame self() {
    return (GeneratorFrame) this;
  }

  /** Once driven from outside, a linked generator is not part of a chain any more. */
  private boolean advanceAlone(@Nullable Object in) {
    if ((state & CLOSED) != 0) {
      return false;
    }
    self().refuseIfRunning();
    DelegationChain.leave(self());
    return advance(in);
  }

  /** The delegation that is to begin, as the frame to resume next. */
  private Frame beginning() {
    state |= RUNNING;
    return Objects.requireNonNull(top);
  }

  private boolean resumeFrames(Frame innermost, @Nullable Object sent) throws Throwable {
    Frame frame = innermost;
    Object in = sent;
    while (true) {
      try {
        frame.resume(self(), in);
      } catch (Throwable thrown) {
        if (frame == this) {
          throw thrown;
        }
        in = frame.passOn(Raised.by(frame, thrown, in));
        frame = callerOf(frame);
        continue;
      }
      if (state >= 0) {
        if (tail != null && link(frame)) {
          frame = beginning();
          in = null;
          continue;
        }
        return (state & CLOSED) == 0;
      }
      in = takeReturned();
      frame = callerOf(frame);
    }
  }

  /** What a frame that ended has left, unless it is a primitive. */
  final @Nullable Object takeReturned() {
    Object result = transfer;
    transfer = null;
    return result;
  }

  /** Makes the caller of a frame that ended the innermost. */
  final Frame callerOf(Frame ended) {
    Frame caller = Objects.requireNonNull(ended.caller);
    top = caller == this ? null : caller;
    return caller;
  }

  /**
   * Hangs the pushed frames under the frame that was resumed.
   *
   * @return whether they begin a delegation that this driver has to go on with; that of a linked
   *     generator is for the driver of its chain
   */
  final boolean link(Frame resumed) throws Throwable {
    Frame outermost = Objects.requireNonNull(tail);
    if (outermost == GeneratorFrame.UNSAVED) {
      throw (Throwable) Objects.requireNonNull(transfer);
    }
    top = outermost.caller;
    outermost.caller = resumed;
    tail = null;
    return caller == null && begins();
  }

  /** Whether it has suspended so that the delegation in {@link #top} can begin. */
  final boolean begins() {
    return (state & KIND) == BEGINS;
  }

  private RuntimeException endedBy(Throwable thrown, @Nullable Object in) {
    if (!Raised.isOf(in, thrown)) {
      Traces.complete(thrown, caller);
    }
    Throwable failure = Raised.outOfGenerator(thrown);
    if (failure != thrown) {
      Traces.complete(failure, caller);
    }
    end(FAILED, failure);
    return Raised.sneak(failure);
  }

  final void end(int how, @Nullable Object outcome) {
    state = CLOSED | how;
    transfer = outcome;
    top = null;
    tail = null;
    clear();
  }
}
