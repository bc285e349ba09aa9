package dev.weft.differential;

import java.util.List;

/**
 * Writes the statements of a generator's body in one language. Each statement has a number of its
 * own, its step, under which it logs what it did.
 *
 * <p>A body has three variables: {@code x} is what was last sent or received, {@code n} counts, and
 * {@code held} is a generator made at the start.
 */
interface Language {
  /** What is yielded or returned: the number of the step, null, or {@code x}. */
  enum Value {
    STEP,
    NOTHING,
    LAST
  }

  /** What is delegated to or driven. */
  enum Kind {
    FRESH,
    /** A fresh one that only the delegation to it ever knows. */
    UNHELD,
    HELD,
    SHARED,
    FOREIGN,
    FRESH_ITERATOR,
    SHARED_ITERATOR
  }

  /**
   * A generator, or a plain iterator.
   *
   * @param kind what it is
   * @param number which function makes it, or which of those already made it is
   */
  record Source(Kind kind, int number) {}

  /** A handler and its body. */
  record Handler(Failure failure, List<Statement> body) {}

  /** {@code x = yield value}. */
  void yieldValue(int step, Value value);

  /** {@code x = yield from source}. */
  void yieldFrom(int step, Source source);

  /** Drives a generator from within the body, with an operation as in a {@link Script}. */
  void drive(int step, String operation, Source source);

  /** A loop of so many turns; {@code depth} tells nested ones apart. */
  void loop(int depth, int turns, List<Statement> body);

  /** Counts; runs the one body at even counts, else the other. */
  void alternate(List<Statement> even, List<Statement> odd);

  /** A try statement with handlers, a finally block, or both; {@code depth} as in loops. */
  void attempt(int depth, List<Statement> body, List<Handler> handlers, List<Statement> last);

  /** Throws a new exception; its cause is what the handler at {@code cause} caught, if not -1. */
  void raise(int step, Failure failure, int cause);

  /** Throws again what the handler at that depth caught. */
  void raiseAgain(int depth);

  /** Leaves the function. */
  void returnValue(int step, Value value);

  /** Leaves the loop. */
  void breakLoop();

  /** Goes on with the next turn of the loop. */
  void continueLoop();
}
