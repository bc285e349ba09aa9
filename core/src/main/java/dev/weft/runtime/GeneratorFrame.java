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
 * A generator: what its user drives, and what woven code is given as the running coroutine. How it
 * runs is in {@link DrivenFrame}.
 *
 * <p>Not thread-safe, as {@link Generator} says.
 */
public abstract class GeneratorFrame extends CoroutineFrame
    implements Generator<@Nullable Object, @Nullable Object, @Nullable Object>,
        Yielder<@Nullable Object, @Nullable Object> {
  /** Stands for the running coroutine in code that was called by plain code. */
  @SuppressWarnings("ClassInitializationDeadlock") // nothing else initialises NoCoroutine
  public static final GeneratorFrame NONE = new NoCoroutine();

  /** In {@link #tail}: a frame could not be saved, and {@link #transfer} holds the reason. */
  public static final Frame UNSAVED = NONE;

  /** Made by woven code. */
  protected GeneratorFrame() {}

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
    if (!stepNext()) {
      throw stop();
    }
    return take();
  }

  @Override
  public final @Nullable Object send(@Nullable Object value) {
    if (!stepSend(value)) {
      throw stop();
    }
    return take();
  }

  @Override
  public final @Nullable Object raise(Throwable exception) {
    if (!stepRaise(exception)) {
      throw stop();
    }
    return take();
  }

  /** Like {@link #next()}, but leaves the value for {@link #take}; false at the end. */
  final boolean stepNext() {
    if ((state & READY) != 0) {
      state &= ~READY;
      return true;
    }
    return advance(null);
  }

  /** Like {@link #send}, but leaves the value for {@link #take}; false at the end. */
  final boolean stepSend(@Nullable Object value) {
    if (state == 0 && value != null) {
      throw new IllegalStateException("can't send non-null value to a just-started generator");
    }
    refuseIfReady("send");
    return advance(value);
  }

  /** Like {@link #raise}, but leaves the value for {@link #take}; false at the end. */
  final boolean stepRaise(Throwable exception) {
    Objects.requireNonNull(exception, "raise needs an exception");
    refuseIfReady("raise");
    if (state == 0) {
      end(FAILED, exception);
    }
    if ((state & CLOSED) != 0) {
      throw Raised.sneak(exception);
    }
    if (exception instanceof GeneratorExit) {
      prepareExit();
    }
    return advance(new Raised(exception));
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
    prepareExit();
    boolean yielded;
    try {
      yielded = advance(new Raised(new GeneratorExit()));
    } catch (GeneratorExit exit) {
      Throwable failure = closedBy(exit);
      if (failure != null) {
        throw Raised.sneak(failure);
      }
      return;
    }
    if (yielded) {
      transfer = null;
      throw new IllegalStateException("generator ignored GeneratorExit");
    }
  }

  /** While it runs, what it delegates to is nobody's concern: it refuses the exit. */
  private void prepareExit() {
    if (top != null && !isRunning()) {
      MaterialisedDelegate.materialise(this);
    }
  }

  /**
   * Ends as a generator does that was closed.
   *
   * @return what resources threw when they were closed, which is suppressed in the exit and must
   *     not be lost with it; null if nothing
   */
  final @Nullable Throwable closedBy(GeneratorExit exit) {
    Throwable[] failures = exit.getSuppressed();
    if (failures.length == 0) {
      end(0, null);
      return null;
    }
    for (int i = 1; i < failures.length; i++) {
      failures[0].addSuppressed(failures[i]);
    }
    end(FAILED, failures[0]);
    return failures[0];
  }

  private void refuseIfReady(String call) {
    if ((state & READY) != 0) {
      throw new IllegalStateException(
          "a value that hasNext() looked ahead to is waiting; take it with next() before "
              + call
              + "()");
    }
  }

  /**
   * The value that a step has left, for once. Overridden by weaving where the yields of a method
   * agree on a primitive type, so that what it boxes depends on the class alone: then the compiler
   * can leave the box out.
   *
   * @return the value, boxed if it is a primitive
   */
  protected @Nullable Object take() {
    if ((state & KIND) != 0) {
      return Kind.box(state & KIND, primitive);
    }
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
    if (isRunning()) {
      return State.RUNNING;
    }
    if ((state & CLOSED) != 0) {
      return State.CLOSED;
    }
    return state == 0 ? State.CREATED : State.SUSPENDED;
  }

  /** Whether it runs, or the innermost generator of the chain that it is part of. */
  private boolean isRunning() {
    return state < 0 || ((state & LINKED) != 0 && DelegationChain.root(this).state < 0);
  }

  /** Refuses to be driven while it runs. */
  final void refuseIfRunning() {
    if (isRunning()) {
      throw new IllegalStateException("generator already executing");
    }
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
