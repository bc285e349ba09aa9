package dev.weft.runtime;

import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.Snapshot;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.Yielder;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generator: the frame of its own body, and the driver of all frames below it.
 *
 * <p>How it runs:
 *
 * <ol>
 *   <li>{@link #advance} marks it RUNNING and resumes the innermost frame directly, however deep.
 *   <li>A frame that suspends saves itself, is {@linkplain #push pushed} if it is new, and clears
 *       RUNNING last; its callers see that and do the same, by return. User handlers see nothing.
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
 *   31       30      29     28        27      26         15 ........ 0
 *   RUNNING  CLOSED  READY  RETURNED  FAILED  DELIVERED  resume point
 * </pre>
 *
 * <p>{@link #transfer} holds what goes in while resuming (the value sent, or a {@link Raised}),
 * what comes out while suspended (the value yielded), and once CLOSED the result or the failure.
 *
 * <p>Not thread-safe, as {@link Generator} says.
 */
public abstract class GeneratorFrame extends Frame
    implements Generator<@Nullable Object, @Nullable Object, @Nullable Object>,
        Yielder<@Nullable Object, @Nullable Object> {
  /** The bits of {@link #state} that number the resume point. */
  public static final int POINT = 0xFFFF;

  /** Set while the body runs; the sign, so that {@code state >= 0} says "suspended or ended". */
  static final int RUNNING = 1 << 31;

  /** Set for ever once the body has ended. */
  static final int CLOSED = 1 << 30;

  /** Set while a value that hasNext() looked ahead to waits in {@link #transfer}. */
  static final int READY = 1 << 29;

  /** Set with CLOSED: the body returned; the result is in {@link #transfer}. */
  static final int RETURNED = 1 << 28;

  /** Set with CLOSED: the body threw; what it threw is in {@link #transfer}. */
  static final int FAILED = 1 << 27;

  /** Set with RETURNED: a StopIteration has carried the result. */
  static final int DELIVERED = 1 << 26;

  /** The whole state of a generator whose body has just returned; woven code stores it. */
  public static final int ENDED = CLOSED | RETURNED;

  /** Stands for the running coroutine in code that was called by plain code. */
  @SuppressWarnings("ClassInitializationDeadlock") // nothing else initialises NoCoroutine
  public static final GeneratorFrame NONE = new NoCoroutine();

  /** In {@link #tail}: a frame could not be saved, and {@link #transfer} holds the reason. */
  public static final Frame UNSAVED = NONE;

  /** What goes in, comes out, or went wrong; see the class. */
  public @Nullable Object transfer;

  /** The innermost frame while suspended; null if that is this frame itself. */
  @Nullable Frame top;

  /** While unwinding, the outermost of the new frames, whose caller is the innermost of them. */
  public @Nullable Frame tail;

  /** The result of a frame that ended with a primitive value, as raw bits. */
  long primitive;

  /** Made by woven code. */
  protected GeneratorFrame() {}

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
    if ((before & (RUNNING | CLOSED)) != 0) {
      return refuseToRun(before);
    }
    transfer = in;
    state = before | RUNNING;
    Frame innermost = top;
    if (innermost != null) {
      return resumeFrames(innermost);
    }
    try {
      resume(this);
    } catch (Throwable thrown) {
      throw endedBy(thrown);
    }
    if (tail != null) {
      link(this);
    }
    return (state & CLOSED) == 0;
  }

  private static boolean refuseToRun(int state) {
    if (state < 0) {
      throw new IllegalStateException("generator already executing");
    }
    return false;
  }

  private boolean resumeFrames(Frame innermost) {
    Frame frame = innermost;
    while (true) {
      try {
        frame.resume(this);
      } catch (Throwable thrown) {
        if (frame == this) {
          throw endedBy(thrown);
        }
        transfer = new Raised(thrown);
        frame = callerOf(frame);
        continue;
      }
      if (state >= 0) {
        if (tail != null) {
          link(frame);
        }
        return (state & CLOSED) == 0;
      }
      frame = callerOf(frame);
    }
  }

  private Frame callerOf(Frame ended) {
    Frame caller = Objects.requireNonNull(ended.caller);
    top = caller == this ? null : caller;
    return caller;
  }

  /** Hangs the pushed frames under the frame that was resumed. */
  private void link(Frame resumed) {
    Frame outermost = Objects.requireNonNull(tail);
    if (outermost == UNSAVED) {
      throw endedBy((Throwable) Objects.requireNonNull(transfer));
    }
    top = outermost.caller;
    outermost.caller = resumed;
    tail = null;
  }

  private RuntimeException endedBy(Throwable thrown) {
    Throwable failure = thrown;
    if (thrown instanceof StopIteration) { // PEP 479
      failure = new IllegalStateException("generator raised StopIteration", thrown);
    }
    end(FAILED, failure);
    return Raised.sneak(failure);
  }

  private void end(int how, @Nullable Object outcome) {
    state = CLOSED | how;
    transfer = outcome;
    top = null;
    tail = null;
    clear();
  }

  // === Called by woven code ===

  /**
   * Adds the new frame of an activation that suspends for the first time; the caller of the one
   * pushed before.
   *
   * @param frame the frame
   */
  public final void push(Frame frame) {
    Frame outermost = tail;
    if (outermost == UNSAVED) {
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

  /** Tells the callers of a subroutine that yielded that they are to save themselves and return. */
  public final void suspend() {
    state &= POINT;
  }

  /**
   * What the yield or the call where a frame goes on evaluates to.
   *
   * @return the value sent, or the result of the frame that ended
   * @throws Throwable what was raised, or what that frame threw
   */
  public final @Nullable Object received() throws Throwable {
    Object in = transfer;
    transfer = null;
    if (in instanceof Raised raised) {
      throw raised.thrown();
    }
    return in;
  }

  /**
   * The same for a call that evaluates to a primitive value.
   *
   * @return the raw bits
   * @throws Throwable what the frame that ended threw
   */
  public final long receivedPrimitive() throws Throwable {
    if (transfer != null) {
      received();
    }
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
    primitive = result;
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
    if (this == NONE) {
      throw BrokenChain.atYield();
    }
  }

  /**
   * Whether a yield can suspend this coroutine.
   *
   * @return true unless the running method was called by plain code
   */
  public final boolean isSuspendable() {
    return this != NONE;
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

  // === Generator ===

  @Override
  public final boolean hasNext() {
    return (state & READY) != 0 || lookAhead();
  }

  private boolean lookAhead() {
    if (advance(null)) {
      state |= READY;
      return true;
    }
    return false;
  }

  @Override
  public final @Nullable Object next() {
    if ((state & READY) != 0) {
      state &= ~READY;
    } else if (!advance(null)) {
      throw stop();
    }
    return take();
  }

  @Override
  public final @Nullable Object send(@Nullable Object value) {
    refuseIfReady("send");
    if (state == 0 && value != null) {
      throw new IllegalStateException("can't send non-null value to a just-started generator");
    }
    if (!advance(value)) {
      throw stop();
    }
    return take();
  }

  @Override
  public final @Nullable Object raise(Throwable exception) {
    Objects.requireNonNull(exception, "raise needs an exception");
    refuseIfReady("raise");
    if (state == 0) {
      end(FAILED, exception);
    }
    if ((state & CLOSED) != 0) {
      throw Raised.sneak(exception);
    }
    if (!advance(new Raised(exception))) {
      throw stop();
    }
    return take();
  }

  @Override
  public final void close() {
    if (state == 0) {
      end(0, null);
      return;
    }
    if (state > 0) {
      state &= ~READY;
    }
    boolean yielded;
    try {
      yielded = advance(new Raised(new GeneratorExit()));
    } catch (GeneratorExit exit) {
      end(0, null);
      return;
    }
    if (yielded) {
      transfer = null;
      throw new IllegalStateException("generator ignored GeneratorExit");
    }
  }

  private void refuseIfReady(String call) {
    if ((state & READY) != 0) {
      throw new IllegalStateException(
          "a value that hasNext() looked ahead to is waiting; take it with next() before "
              + call
              + "()");
    }
  }

  private @Nullable Object take() {
    Object value = transfer;
    transfer = null;
    return value;
  }

  /** The end, as the caller of next, send or raise learns of it; only the first has the result. */
  final StopIteration stop() {
    return new StopIteration(takeResult());
  }

  /** The result for the first who asks after the end, null for later ones. */
  final @Nullable Object takeResult() {
    if ((state & (RETURNED | DELIVERED)) != RETURNED) {
      return null;
    }
    state |= DELIVERED;
    return transfer;
  }

  @Override
  public final @Nullable Object result() {
    if ((state & RETURNED) != 0) {
      return transfer;
    }
    if ((state & FAILED) != 0) {
      throw new IllegalStateException("the generator failed", (Throwable) transfer);
    }
    throw new IllegalStateException(
        (state & CLOSED) != 0
            ? "the generator was closed before it returned"
            : "the generator has not returned yet");
  }

  @Override
  public final State state() {
    if (state < 0) {
      return State.RUNNING;
    }
    if ((state & CLOSED) != 0) {
      return State.CLOSED;
    }
    return state == 0 ? State.CREATED : State.SUSPENDED;
  }

  @Override
  public final Snapshot snapshot() {
    return Snapshots.of(this);
  }

  @Override
  public final Iterator<@Nullable Object> iterator() {
    return this;
  }

  @Override
  public final Stream<@Nullable Object> stream() {
    return Views.stream(this);
  }

  @Override
  public final String toString() {
    return Snapshots.describe(this);
  }

  // === Yielder, in code that was not woven ===

  @Override
  public final @Nullable Object yield(@Nullable Object value) {
    throw BrokenChain.notWoven("yield");
  }

  @Override
  public final <R extends @Nullable Object> R yieldFrom(
      Generator<? extends @Nullable Object, ? super @Nullable Object, R> generator) {
    throw BrokenChain.notWoven("yieldFrom");
  }

  @Override
  public final <R extends @Nullable Object> R yieldFrom(
      Iterator<? extends @Nullable Object> iterator) {
    throw BrokenChain.notWoven("yieldFrom");
  }

  @Override
  public final <R extends @Nullable Object> R yieldFrom(
      Iterable<? extends @Nullable Object> iterable) {
    throw BrokenChain.notWoven("yieldFrom");
  }
}
