package dev.weft.runtime;

import dev.weft.State;
import dev.weft.StopIteration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Delegation to a woven generator. It is not driven by a loop, but linked ({@link
 * DelegationChain}), until something else drives it: from then on this delegation is a loop.
 */
final class GeneratorDelegation extends Delegation {
  /** The generator that delegates. */
  GeneratorFrame owner;

  /** The generator delegated to. */
  final GeneratorFrame inner;

  /** The innermost of the chain, if the owner is the root of a chain; of no meaning elsewhere. */
  GeneratorFrame leaf;

  GeneratorDelegation(GeneratorFrame inner, GeneratorFrame owner) {
    this.inner = inner;
    this.owner = owner;
    leaf = inner;
  }

  /**
   * Delegates to a generator. One that has not started is started at once, on this stack, unless
   * many are that have started each other so.
   *
   * @return its result, if it ended at once
   */
  static @Nullable Object start(GeneratorFrame inner, GeneratorFrame coroutine) {
    if (inner.state == 0 && coroutine.canNest()) {
      return inner.start((coroutine.state & DrivenFrame.NESTING) + DrivenFrame.NESTING_STEP)
          ? new GeneratorDelegation(inner, coroutine).link()
          : inner.takeResult();
    }
    inner.refuseIfRunning();
    return new GeneratorDelegation(inner, coroutine).suspend(coroutine, DrivenFrame.BEGINS);
  }

  /**
   * Suspends with what the leaf has yielded; only a root has to have it itself. Nor may any other
   * take the leaf's kind, which may be {@link DrivenFrame#BEGINS}: nothing begins there.
   */
  private @Nullable Object link() {
    leaf = DelegationChain.leafBelow(inner);
    boolean root = owner.caller == null && (owner.state & DrivenFrame.NESTED) == 0;
    if (root) {
      owner.takeOver(leaf);
    }
    suspend(owner, root ? leaf.state & DrivenFrame.KIND : 0);
    state = 1;
    inner.caller = this;
    inner.state |= DrivenFrame.LINKED;
    return null;
  }

  @Override
  Iterator<?> source() {
    return inner;
  }

  /** Whether the generator delegated to is linked to this delegation. */
  boolean isLinked() {
    return inner.caller == this;
  }

  @Override
  protected void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    if (isLinked() || state == 0) {
      DelegationChain.resume(this, in);
    } else {
      super.resume(coroutine, in);
    }
  }

  /** Ends without a StopIteration, which would cost more than the rest. */
  @Override
  boolean advance(@Nullable Object in, GeneratorFrame coroutine) {
    boolean yielded;
    if (in instanceof Raised raised) {
      closeOnExit(inner, raised.thrown());
      if (inner.state() == State.CLOSED && raised.thrown() instanceof StopIteration stop) {
        // What a source throws ends the delegation if it is a StopIteration, wherever from.
        coroutine.transfer = stop.value();
        return false;
      }
      yielded = inner.stepRaise(raised.thrown());
    } else if (inner.state() == State.CLOSED) {
      coroutine.transfer = null; // ended from outside: its result is for whoever asks it next
      return false;
    } else {
      yielded = in == null ? inner.stepNext() : inner.stepSend(in);
    }
    if (yielded) {
      coroutine.takeOver(inner);
      coroutine.setKind(inner.state & DrivenFrame.KIND);
    } else {
      coroutine.transfer = inner.takeResult();
    }
    return yielded;
  }
}
