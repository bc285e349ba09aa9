package dev.weft.agent.rewrite.model;

/** The kinds of coroutine methods. */
public enum CoroutineKind {
  /** Gives a generator when it is called, and runs when that is driven. */
  GENERATOR,

  /** Runs in the coroutine of its caller. */
  SUBROUTINE,

  /**
   * A generator method as the delegations to calls of it run it: in the coroutine of the delegator,
   * without a generator.
   */
  DELEGATE,

  /** The code of a lambda that is a subroutine; it is entered through its body only. */
  LAMBDA,

  /**
   * A method of a soaked program: a subroutine that suspends whenever it is called. Plain code that
   * calls it resumes it at once.
   */
  SOAKED;

  /** Whether what it returns is what a generator method does: nothing, or a result. */
  public boolean endsGenerator() {
    return this == GENERATOR || this == DELEGATE;
  }

  /** What an annotated method with that descriptor is: its return type tells. */
  public static CoroutineKind of(String descriptor) {
    return GeneratorView.returnedBy(descriptor).isPresent() ? GENERATOR : SUBROUTINE;
  }
}
