package dev.weft.runtime;

import dev.weft.Generator;
import dev.weft.GeneratorExit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code yieldFrom}: a subroutine that yields what another source yields, written as the frame that
 * weaving would make of PEP 380's loop; one class for each kind of source.
 */
public abstract class Delegation extends Frame {
  /** Made by {@link #yieldFrom}. */
  Delegation() {}

  /** What is delegated to. */
  abstract Iterator<?> source();

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
    return start(generator, coroutine);
  }

  /** The same for any iterator, which may be a generator. */
  @SuppressWarnings("MissingSummary")
  public static @Nullable Object yieldFrom(Iterator<?> iterator, GeneratorFrame coroutine)
      throws Throwable {
    return start(iterator, coroutine);
  }

  /** The same for every element of a collection. */
  public static @Nullable Object yieldFrom(Iterable<?> iterable, GeneratorFrame coroutine)
      throws Throwable {
    return start(iterable.iterator(), coroutine);
  }

  /** The same for every element of a stream. */
  public static @Nullable Object yieldFrom(BaseStream<?, ?> stream, GeneratorFrame coroutine)
      throws Throwable {
    return start(stream.iterator(), coroutine);
  }

  /** The same for every character of a text. */
  public static @Nullable Object yieldFrom(CharSequence text, GeneratorFrame coroutine)
      throws Throwable {
    Iterator<String> characters = text.chars().mapToObj(Character::toString).iterator();
    return start(characters, coroutine);
  }

  /** The same for every element of an array. */
  public static @Nullable Object yieldFrom(@Nullable Object[] array, GeneratorFrame coroutine)
      throws Throwable {
    return start(Arrays.asList(array).iterator(), coroutine);
  }

  /** The same for every element of an array of ints. */
  public static @Nullable Object yieldFrom(int[] array, GeneratorFrame coroutine) throws Throwable {
    return start(Arrays.stream(array).iterator(), coroutine);
  }

  private static @Nullable Object start(Iterator<?> source, GeneratorFrame coroutine)
      throws Throwable {
    coroutine.ensureSuspendable();
    if (source instanceof GeneratorFrame inner) {
      return GeneratorDelegation.start(inner, coroutine);
    }
    return source instanceof Generator<?, ?, ?> generator
        ? new ForeignDelegation(generator).start(coroutine)
        : new IteratorDelegation(source).start(coroutine);
  }

  // === The loop ===

  final @Nullable Object start(GeneratorFrame coroutine) throws Throwable {
    return advance(null, coroutine)
        ? suspend(coroutine, coroutine.state & DrivenFrame.KIND)
        : coroutine.takeReturned();
  }

  /** Suspends for the first time. */
  final @Nullable Object suspend(GeneratorFrame coroutine, int kind) {
    coroutine.push(this);
    // Not by a call: it could overflow the stack, and leave a pushed frame of a running coroutine.
    coroutine.state = (coroutine.state & DrivenFrame.POINT) | kind;
    return null;
  }

  @Override
  protected void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    if (advance(in, coroutine)) {
      coroutine.suspend(coroutine.state & DrivenFrame.KIND);
    }
  }

  /**
   * Drives the source once.
   *
   * @return whether it yielded, and not ended; leaves the value or the result where the coroutine's
   *     are, and the kind of the value in its state word
   */
  abstract boolean advance(@Nullable Object in, GeneratorFrame coroutine) throws Throwable;

  /** GeneratorExit closes the inner generator, and is then thrown in the outer one. */
  static void closeOnExit(Generator<?, ?, ?> inner, Throwable thrown) {
    if (thrown instanceof GeneratorExit) {
      inner.close();
      throw Raised.sneak(thrown);
    }
  }

  @Override
  protected final String layout() {
    return UnrunFrame.CLASS + "/yieldFrom/\n-1\n-1\n";
  }

  @Override
  protected final @Nullable Object[] values() {
    return new Object[0];
  }
}
