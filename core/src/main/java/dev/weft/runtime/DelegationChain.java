package dev.weft.runtime;

import dev.weft.GeneratorExit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Generators that delegate to each other (PEP 380), driven without a loop per delegation.
 *
 * <p>A generator delegated to is linked: its caller is the {@link GeneratorDelegation}, and whoever
 * drives the outermost generator, the root, resumes the innermost, the leaf, directly.
 *
 * <ol>
 *   <li>The root's delegation knows the leaf; what the leaf yields becomes what the root yields.
 *   <li>A leaf that begins a delegation of its own suspends, and the generator delegated to, or the
 *       leaf of its own chain, becomes the leaf. So a chain that grows does not nest.
 *   <li>When a leaf ends, its delegator becomes the leaf and goes on with the result, or with what
 *       was thrown.
 *   <li>GeneratorExit closes the leaf, and is then raised in its delegator, or what the leaf threw
 *       instead, and so on outward: each is being closed by the next.
 *   <li>A linked generator that is driven from outside, or delegated to once more, leaves the chain
 *       with all that it delegates to. Its former delegator drives it by a loop from then on.
 * </ol>
 *
 * <p>Only the root is RUNNING in its own state word while a chain runs; the others are LINKED, and
 * run if their root does. Not thread-safe, as {@link dev.weft.Generator} says.
 */
final class DelegationChain {
  private static final Object YIELDED = new Object();

  private DelegationChain() {}

  /** The outermost generator of the chain that a generator is part of. */
  static GeneratorFrame root(GeneratorFrame generator) {
    GeneratorFrame root = generator;
    while (root.caller instanceof GeneratorDelegation delegation) {
      root = delegation.owner;
    }
    return root;
  }

  /** The innermost generator of the chain that a suspended generator is part of. */
  static GeneratorFrame leaf(GeneratorFrame generator) {
    return leafBelow(root(generator));
  }

  /** The innermost generator of the chain of a root, or of one that has just become part of one. */
  static GeneratorFrame leafBelow(GeneratorFrame generator) {
    return generator.top instanceof GeneratorDelegation next && next.isLinked()
        ? next.leaf
        : generator;
  }

  /** Makes a linked generator the root of what it delegates to. Its chain must not be running. */
  static void leave(GeneratorFrame generator) {
    GeneratorFrame root = root(generator);
    GeneratorFrame leaf = leafBelow(root);
    if (root.top instanceof GeneratorDelegation outermost) {
      outermost.leaf = delegationTo(generator).owner;
    }
    unlink(generator, leaf);
  }

  private static void unlink(GeneratorFrame generator, GeneratorFrame leaf) {
    generator.caller = null;
    generator.state &= ~DrivenFrame.LINKED;
    if (generator.top instanceof GeneratorDelegation next && next.isLinked()) {
      next.leaf = leaf;
    }
  }

  /**
   * Goes on with the chain of a delegation whose owner is the root, or begins it.
   *
   * @param outermost the delegation
   * @param in what the leaf is resumed with
   */
  static void resume(GeneratorDelegation outermost, @Nullable Object in) throws Throwable {
    GeneratorFrame root = outermost.owner;
    Object left;
    if (outermost.state == 0 || outermost.leaf.begins()) {
      GeneratorDelegation begun = outermost.state == 0 ? outermost : begunBy(outermost.leaf);
      left = begin(outermost, begun) ? YIELDED : run(outermost, null, null);
    } else if (in instanceof Raised raised && raised.thrown() instanceof GeneratorExit) {
      left = close(outermost, raised);
    } else {
      left = run(outermost, null, in);
    }
    if (left == YIELDED) {
      root.takeOver(outermost.leaf);
      root.suspend(outermost.leaf.state & DrivenFrame.KIND);
    } else if (left instanceof Raised raised) {
      throw raised.thrown();
    } else {
      root.transfer = left;
    }
  }

  /** Links the generator delegated to; returns whether it has looked ahead to a value already. */
  private static boolean begin(GeneratorDelegation outermost, GeneratorDelegation begun) {
    GeneratorFrame inner = begun.inner;
    begun.state = 1;
    begun.owner.state &= ~DrivenFrame.BEGINS;
    if ((inner.state & DrivenFrame.LINKED) != 0) {
      leave(inner);
    }
    GeneratorFrame leaf = leafBelow(inner);
    inner.caller = begun;
    outermost.leaf = leaf;
    if ((inner.state & DrivenFrame.READY) == 0) {
      inner.state |= DrivenFrame.LINKED;
      return false;
    }
    inner.state = (inner.state & ~DrivenFrame.READY) | DrivenFrame.LINKED;
    if (leaf != inner) {
      leaf.takeOver(inner);
      leaf.state = (leaf.state & ~DrivenFrame.KIND) | (inner.state & DrivenFrame.KIND);
    }
    return true;
  }

  /**
   * Runs the chain until something is yielded or a generator ends, which then leaves the chain.
   *
   * @param last the generator; null for the one that the outermost delegation delegates to
   * @return {@link #YIELDED}, or the result of that generator, or what it threw
   */
  private static @Nullable Object run(
      GeneratorDelegation outermost, @Nullable GeneratorFrame last, @Nullable Object sent) {
    Object in = sent;
    while (true) {
      GeneratorFrame leaf = outermost.leaf;
      Object left = step(leaf, in);
      if (left == YIELDED) {
        leaf = leafBelow(leaf);
        outermost.leaf = leaf;
        if (!leaf.begins() || begin(outermost, begunBy(leaf))) {
          return YIELDED;
        }
        in = null;
      } else {
        GeneratorDelegation delegation = delegationTo(leaf);
        leaf.caller = null;
        if (leaf == last || delegation == outermost) {
          return left;
        }
        goOn(outermost, delegation);
        in = left;
      }
    }
  }

  private static @Nullable Object step(GeneratorFrame leaf, @Nullable Object in) {
    leaf.state &= ~DrivenFrame.LINKED;
    try {
      if (!leaf.advance(in)) {
        return leaf.takeResult();
      }
    } catch (Throwable thrown) {
      return Raised.isOf(in, thrown) ? in : new Raised(thrown);
    }
    leaf.state |= DrivenFrame.LINKED;
    return YIELDED;
  }

  /** After the end of a delegation its owner is the leaf. */
  private static void goOn(GeneratorDelegation outermost, GeneratorDelegation ended) {
    outermost.leaf = ended.owner;
    ended.owner.callerOf(ended);
  }

  /** Closes the generators from the leaf outward; returns what the root goes on with. */
  private static @Nullable Object close(GeneratorDelegation outermost, Raised exit) {
    Object in = exit;
    while (true) {
      MaterialisedDelegate.materialise(outermost.leaf);
      GeneratorFrame closed = outermost.leaf;
      GeneratorDelegation delegation = delegationTo(closed);
      Object left = run(outermost, closed, in == exit ? new Raised(new GeneratorExit()) : in);
      if (left == YIELDED) {
        outermost.leaf.transfer = null;
        unlink(closed, outermost.leaf);
        left = ignored(delegation);
      } else if (!(left instanceof Raised raised)) {
        closed.state &= ~DrivenFrame.DELIVERED;
        left = exit;
      } else if (raised.thrown() instanceof GeneratorExit own) {
        Throwable failure = closed.closedBy(own);
        left = failure == null ? exit : new Raised(failure);
      }
      if (delegation == outermost) {
        return left;
      }
      goOn(outermost, delegation);
      in = left;
    }
  }

  private static Raised ignored(GeneratorDelegation delegation) {
    return Raised.by(
        delegation, new IllegalStateException("generator ignored GeneratorExit"), null);
  }

  private static GeneratorDelegation begunBy(GeneratorFrame leaf) {
    return (GeneratorDelegation) Objects.requireNonNull(leaf.top);
  }

  private static GeneratorDelegation delegationTo(GeneratorFrame linked) {
    return (GeneratorDelegation) Objects.requireNonNull(linked.caller);
  }
}
