package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The generator made of a {@link DelegateFrame} that is suspended: linked to its delegator as if it
 * had been there from the start.
 *
 * <p>Made before anything that can tell the difference:
 *
 * <ol>
 *   <li>GeneratorExit is raised: each generator is closed by the one that delegates to it, which
 *       has it raised even if the inner one returned (PEP 380).
 *   <li>A snapshot is taken, which shows what is delegated to.
 * </ol>
 */
final class MaterialisedDelegate extends GeneratorFrame {
  private final String layout;
  private @Nullable DelegateFrame body;

  private MaterialisedDelegate(DelegateFrame body) {
    this.layout = body.layout();
    this.body = body;
    state = 1;
  }

  /**
   * Makes generators of all frames of a generator that are delegates without one. It must be
   * suspended; itself or as part of a chain that runs.
   */
  static void materialise(GeneratorFrame generator) {
    Deque<DelegateFrame> delegates = outermostFirst(generator);
    if (delegates.isEmpty()) {
      return;
    }
    GeneratorFrame root = DelegationChain.root(generator);
    GeneratorFrame leaf = DelegationChain.leafBelow(root);
    GeneratorFrame innermost = generator;
    for (DelegateFrame delegate : delegates) {
      innermost = split(innermost, delegate);
    }
    GeneratorDelegation outermost = (GeneratorDelegation) Objects.requireNonNull(root.top);
    outermost.leaf = leaf == generator ? innermost : leaf;
  }

  private static Deque<DelegateFrame> outermostFirst(GeneratorFrame generator) {
    Deque<DelegateFrame> delegates = new ArrayDeque<>();
    Frame frame = generator.top;
    while (frame != null && frame != generator) {
      if (frame instanceof DelegateFrame delegate && !isMade(delegate)) {
        delegates.addFirst(delegate);
      }
      frame = frame.caller;
    }
    return delegates;
  }

  private static boolean isMade(DelegateFrame delegate) {
    return delegate.caller instanceof MaterialisedDelegate;
  }

  /** Gives the frames from the innermost to the delegate to a generator of their own. */
  private static GeneratorFrame split(GeneratorFrame owner, DelegateFrame delegate) {
    MaterialisedDelegate inner = new MaterialisedDelegate(delegate);
    inner.top = owner.top;
    if (owner.top instanceof GeneratorDelegation innermost) {
      innermost.owner = inner;
    }
    GeneratorDelegation delegation = new GeneratorDelegation(inner, owner);
    delegation.state = 1;
    delegation.caller = delegate.caller;
    delegate.caller = inner;
    inner.caller = delegation;
    inner.state |= LINKED;
    owner.top = delegation;
    return inner;
  }

  /** The body has ended; what it returned is the result. */
  @Override
  protected void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    body = null;
    transfer = received(in);
    state = ENDED;
  }

  @Override
  protected String layout() {
    return layout;
  }

  @Override
  int point() {
    return body == null ? 0 : body.point();
  }

  @Override
  protected @Nullable Object[] values() {
    return new Object[0];
  }

  @Override
  protected void clear() {
    body = null;
  }
}
