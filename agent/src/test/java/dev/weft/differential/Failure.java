package dev.weft.differential;

/** An exception that is thrown, or caught, by its name in Python; superclasses come last. */
enum Failure {
  SLIP("Slip"),
  MISTAKE("Mistake"),
  STOP("StopIteration"),
  REFUSAL("Refusal"),
  ALARM("Alarm"),
  EXIT("GeneratorExit"),
  EXCEPTION("Exception"),
  ANY("BaseException");

  final String python;

  Failure(String python) {
    this.python = python;
  }

  /** Whether it is a signal of Weft, which has neither message nor cause. */
  boolean isSignal() {
    return this == STOP || this == EXIT;
  }
}
