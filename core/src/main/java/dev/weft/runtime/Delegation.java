package dev.weft.runtime;

import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.StopIteration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code yieldFrom}: a subroutine that yields what another source yields, written as the frame that
 * weaving would make of PEP 380's loop.
 *
 * <p>A woven generator is not driven by a loop, but {@linkplain DelegationChain linked}: until
 * something else drives it, which leaves the loop for the rest of this delegation.
 */
public final class Delegation extends Frame {
  /** The generator that delegates. */
  final GeneratorFrame owner;

  /**
   * The innermost generator of the chain, if the owner is the outermost; of no meaning elsewhere.
   */
  GeneratorFrame leaf;

  private final Iterator<?> source;

  private Delegation(Iterator<?> source, GeneratorFrame owner) {
    this.source = source;
    this.owner = owner;
    this.leaf = owner;
  }

  Iterator<?> source() {
    return source;
  }

  /** Whether the source is a generator that is linked to this delegation. */
  boolean isLinked() {
    return source instanceof GeneratorFrame inner && inner.caller == this;
  }

  // === What Coroutines.yieldFrom and Yielder.yieldFrom become ===

  /**
   * Delegates to a generator.
   *
   * @param generator the generator
   * @param coroutine the running coroutine
   * @return what it returned, if it ended without yielding
   * @throws Throwable what it throws before it yields
   */
  public static @Nullable Object yieldFrom(Generator<?, ?, ?> generator, GeneratorFrame coroutine)
      throws Throwable {
    return new Delegation(generator, coroutine).start();
  }

  /** The same for any iterator, which may be a generator. */
  @SuppressWarnings("MissingSummary")
  public static @Nullable Object yieldFrom(Iterator<?> iterator, GeneratorFrame coroutine)
      throws Throwable {
    return new Delegation(iterator, coroutine).start();
  }

  /** The same for every element of a collection. */
  public static @Nullable Object yieldFrom(Iterable<?> iterable, GeneratorFrame coroutine)
      throws Throwable {
    return new Delegation(iterable.iterator(), coroutine).start();
  }

  /** The same for every element of a stream. */
  public static @Nullable Object yieldFrom(BaseStream<?, ?> stream, GeneratorFrame coroutine)
      throws Throwable {
    return new Delegation(stream.iterator(), coroutine).start();
  }

  /** The same for every character of a text. */
  public static @Nullable Object yieldFrom(CharSequence text, GeneratorFrame coroutine)
      throws Throwable {
    Iterator<String> characters = text.chars().mapToObj(Character::toString).iterator();
    return new Delegation(characters, coroutine).start();
  }

  /** The same for every element of an array. */
  public static @Nullable Object yieldFrom(@Nullable Object[] array, GeneratorFrame coroutine)
      throws Throwable {
    return new Delegation(Arrays.asList(array).iterator(), coroutine).start();
  }

  /** The same for every element of an array of ints. */
  public static @Nullable Object yieldFrom(int[] array, GeneratorFrame coroutine) throws Throwable {
    return new Delegation(Arrays.stream(array).iterator(), coroutine).start();
  }

  // === The loop ===

  private @Nullable Object start() throws Throwable {
    owner.ensureSuspendable();
    if (source instanceof GeneratorFrame inner) {
      inner.refuseIfRunning();
      return begin(DrivenFrame.BEGINS);
    }
    return advance(null, owner) ? begin(0) : owner.takeReturned();
  }

  private @Nullable Object begin(int kind) {
    owner.push(this);
    // Not by a call: it could overflow the stack, and leave a pushed frame of a running coroutine.
    owner.state = (owner.state & DrivenFrame.POINT) | kind;
    return null;
  }

  @Override
  protected void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    if (coroutine.begins() || isLinked()) {
      DelegationChain.resume(this, in);
    } else if (advance(in, coroutine)) {
      coroutine.suspend(0);
    }
  }

  /** Drives the source once; leaves what it yields or returns in the transfer field. */
  private boolean advance(@Nullable Object in, GeneratorFrame coroutine) throws Throwable {
    if (source instanceof GeneratorFrame generator) {
      return advanceWoven(generator, in, coroutine);
    }
    if (source instanceof Generator<?, ?, ?> generator) {
      return advanceForeign(generator, in, coroutine);
    }
    if (in instanceof Raised raised) {
      throw raised.thrown();
    }
    if (in != null) {
      throw new UnsupportedOperationException(
          "cannot send " + in + " to the plain iterator delegated to, " + source);
    }
    boolean more = source.hasNext();
    coroutine.transfer = more ? source.next() : null;
    return more;
  }

  /** Ends without a StopIteration, which would cost more than the rest. */
  private static boolean advanceWoven(
      GeneratorFrame inner, @Nullable Object in, GeneratorFrame coroutine) {
    boolean yielded;
    if (in instanceof Raised raised) {
      closeOnExit(inner, raised.thrown());
      yielded = inner.stepRaise(raised.thrown());
    } else {
      yielded = in == null ? inner.stepNext() : inner.stepSend(in);
    }
    coroutine.transfer = yielded ? inner.take() : inner.takeResult();
    return yielded;
  }

  @SuppressWarnings("unchecked")
  private static boolean advanceForeign(
      Generator<?, ?, ?> generator, @Nullable Object in, GeneratorFrame coroutine) {
    Generator<@Nullable Object, @Nullable Object, ?> inner =
        (Generator<@Nullable Object, @Nullable Object, ?>) generator;
    try {
      if (in instanceof Raised raised) {
        closeOnExit(inner, raised.thrown());
        coroutine.transfer = inner.raise(raised.thrown());
      } else {
        coroutine.transfer = in == null ? inner.next() : inner.send(in);
      }
      return true;
    } catch (StopIteration stop) {
      coroutine.transfer = stop.value();
      return false;
    }
  }

  /** GeneratorExit closes the inner generator, and is then thrown in the outer one. */
  private static void closeOnExit(Generator<?, ?, ?> generator, Throwable thrown) {
    if (thrown instanceof GeneratorExit) {
      generator.close();
      throw Raised.sneak(thrown);
    }
  }

  @Override
  protected String layout() {
    return "dev.weft.Coroutines/yieldFrom/\n-1\n-1\n";
  }

  @Override
  protected @Nullable Object[] values() {
    return new Object[0];
  }
}
