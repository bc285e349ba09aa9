package dev.weft;

import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body of code that stops at every yield and goes on when driven: Python's generator (PEP 255,
 * 342, 380, 479) in Java.
 *
 * <p>A generator belongs to one thread at a time; which thread may change between resumes.
 * Exceptions of the body, checked ones too, reach the caller unwrapped. Driving a generator from
 * inside its own body, or from a second thread meanwhile, is an {@link IllegalStateException}
 * ("generator already executing").
 *
 * <p>A generator can be neither cloned nor serialized, as in Python: two copies would share the
 * objects that the body works on. Its text names the method it came from and where it stands.
 *
 * <p>A generator that is abandoned runs nothing more and can be collected; to have its {@code
 * finally} blocks run, close it, best by try-with-resources. A for-each left early does not close.
 *
 * @param <Y> what it yields
 * @param <S> what is sent to it
 * @param <R> what it returns
 */
@SuppressWarnings("IterableAndIterator") // as in Python: what is left can be iterated over, once
public interface Generator<
        Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
    extends Iterator<Y>, Iterable<Y>, AutoCloseable {
  /**
   * Makes a generator of a lambda or method reference.
   *
   * @param body what runs, from the first {@code next} on
   * @param <Y> what it yields
   * @param <S> what is sent to it
   * @param <R> what it returns
   * @return a generator in the state {@link State#CREATED}
   */
  static <Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
      Generator<Y, S, R> of(Body<Y, S, R> body) {
    Objects.requireNonNull(body, "body");
    try {
      return Bodies.returning(body);
    } catch (Exception e) {
      throw Bodies.thrownByCreation(e);
    }
  }

  /**
   * Makes a generator of a lambda or method reference that returns nothing.
   *
   * @param body what runs, from the first {@code next} on
   * @param <Y> what it yields
   * @param <S> what is sent to it
   * @return a generator in the state {@link State#CREATED}
   */
  static <Y extends @Nullable Object, S extends @Nullable Object>
      Generator<Y, S, @Nullable Void> each(VoidBody<Y, S> body) {
    Objects.requireNonNull(body, "body");
    try {
      return Bodies.yielding(body);
    } catch (Exception e) {
      throw Bodies.thrownByCreation(e);
    }
  }

  /**
   * Whether there is a next value: runs to the next yield once and keeps the value. May be called
   * any number of times.
   *
   * @return false at the end; the body's result is then still to be had from {@link #result()}
   */
  @Override
  boolean hasNext();

  /**
   * Resumes the body; its yield evaluates to null.
   *
   * @return what it yields next
   * @throws StopIteration at the end; the first one carries what the body returned
   */
  @Override
  Y next();

  /**
   * Resumes the body; its yield evaluates to the value sent.
   *
   * <p>A value of another type than the body expects, which takes an unchecked cast, is a {@link
   * ClassCastException} at the yield: there the body can catch it and go on; else it ends the
   * generator and reaches the caller. The same holds for the {@link NullPointerException} of a body
   * that expects a primitive.
   *
   * @param value what the yield evaluates to; must be null for a generator that has not started
   * @return what the body yields next
   * @throws StopIteration at the end; the first one carries what the body returned
   * @throws IllegalStateException "can't send non-null value to a just-started generator"; or a
   *     value that {@link #hasNext()} looked ahead to is waiting. The generator is as it was.
   */
  Y send(S value);

  /**
   * Throws at the yield. On a generator that has not started or has ended it throws at the caller,
   * and the body does not run.
   *
   * <p>It takes an exception that has been made, so that one whose constructor fails does so at the
   * caller, before the generator learns of it. A {@link StopIteration} is no end either: one that
   * the body does not catch becomes an {@link IllegalStateException} (PEP 479), but is thrown as it
   * is where the body does not run.
   *
   * @param exception what to throw, of any kind
   * @return what the body yields next, if it catches the exception
   * @throws StopIteration if the body catches it and returns
   * @throws NullPointerException if the exception is null; the generator is as it was
   * @throws IllegalStateException if a value that {@link #hasNext()} looked ahead to is waiting
   */
  Y raise(Throwable exception);

  /**
   * Ends the generator: raises {@link GeneratorExit} at the yield, so that {@code finally} blocks
   * run, those of the innermost frame first. Does nothing if it has ended. What the body throws
   * instead passes through; so does what a resource throws when it is closed, which {@code try}
   * adds to the signal as suppressed. One that has not started is closed without running at all.
   *
   * <p>The signal is no Exception; a body that catches it, or any Throwable, may return: then
   * {@link #result()} has what it returned. There is no closing with a value.
   *
   * @throws IllegalStateException "generator ignored GeneratorExit", if the body yields again; it
   *     then stays suspended
   */
  @Override
  void close();

  /**
   * What the body returned, also where it returned while being closed.
   *
   * @return the result; null if it returned none
   * @throws IllegalStateException as long as the body has not returned, or if it ended without
   *     returning: closed, or failed (then with the failure as cause)
   */
  R result();

  /**
   * Where the generator is in its life.
   *
   * @return the state
   */
  State state();

  /**
   * Where the generator stands: frames, lines, live locals by name, delegate. Runs none of the
   * body.
   *
   * @return a picture of this moment
   */
  Snapshot snapshot();

  /**
   * This generator itself.
   *
   * @return this
   */
  @Override
  Iterator<Y> iterator();

  /**
   * What is left, as a lazy, ordered, sequential stream. Closing the stream closes the generator.
   *
   * @return the stream
   */
  Stream<Y> stream();
}
