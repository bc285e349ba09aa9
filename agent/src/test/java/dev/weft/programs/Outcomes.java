package dev.weft.programs;

import dev.weft.Generator;
import java.util.EnumMap;
import java.util.Map;

/** Counts what has become of attempts to run on the last of the stack or heap. */
final class Outcomes {
  /** What can become of one attempt. */
  enum Outcome {
    /** There was enough. */
    WELL,
    /** It ended in user code, which saw the error. */
    IN_USER_CODE,
    /** It ended while frames were saved, or between them; user code saw nothing. */
    IN_THE_MACHINERY,
    /** It ended before the generator could run, which stands where it stood. */
    UNTOUCHED,
    /** Anything else. */
    SURPRISE
  }

  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private String surprise = "";

  /** Counts an attempt. */
  void record(Outcome outcome, String attempt, Generator<?, ?, ?> generator) {
    counts.merge(outcome, 1, Integer::sum);
    if (outcome == Outcome.SURPRISE && surprise.isEmpty()) {
      surprise = " " + attempt + " left " + generator + " " + Exhaustion.counts();
    }
  }

  /** How many attempts became that. */
  int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** Sorts in an attempt that ended with an error. */
  static Outcome failed(Generator<String, String, Integer> generator, Throwable error) {
    if (!Exhaustion.failedWith(error, generator)) {
      return Outcome.SURPRISE;
    }
    return Exhaustion.sawNothing() ? Outcome.IN_THE_MACHINERY : Outcome.IN_USER_CODE;
  }

  @Override
  public String toString() {
    return counts + surprise;
  }
}
