package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;

/** A chain of subroutines that counts what it sees, and allocates nothing of its own. */
final class Exhaustion {
  private static int caught;
  private static int finished;
  private static int wrong;

  private Exhaustion() {}

  static void reset() {
    caught = 0;
    finished = 0;
    wrong = 0;
  }

  static String counts() {
    return "caught " + caught + ", finished " + finished + ", wrong " + wrong;
  }

  /** Yields "bottom" from so many subroutines down; ends with their number once "go on" is sent. */
  @Coroutine
  static Generator<String, String, Integer> chain(int depth) {
    int frames = descend(depth);
    return Coroutines.done(frames);
  }

  @Coroutine
  private static int descend(int depth) {
    int frames = 1;
    try {
      frames += depth == 0 ? bottom() : descend(depth - 1);
      if (frames != depth + 2) {
        wrong++;
      }
    } catch (Throwable t) {
      caught++;
      throw t;
    } finally {
      finished++;
    }
    return frames;
  }

  @Coroutine
  private static int bottom() {
    String sent = Coroutines.yield("bottom");
    if (!sent.equals("go on")) {
      wrong++;
    }
    return 1;
  }

  /** Whether a generator goes on from the bottom to its end as if nothing had happened. */
  static boolean endsWell(Generator<String, String, Integer> generator, int depth) {
    try {
      generator.send("go on");
      return false;
    } catch (StopIteration stop) {
      return stop.value().equals(depth + 2) && endedWell(generator, depth);
    }
  }

  /** Whether a generator has run to its end, and all code once. */
  static boolean endedWell(Generator<String, String, Integer> generator, int depth) {
    return caught == 0
        && finished == depth + 1
        && wrong == 0
        && generator.state() == State.CLOSED
        && generator.result() == depth + 2;
  }

  /** Whether a generator is closed, failed with that error, and user code saw but that. */
  static boolean failedWith(Throwable error, Generator<String, String, Integer> generator) {
    return wrong == 0
        && caught == finished
        && generator.state() == State.CLOSED
        && error == failure(generator)
        && !generator.hasNext();
  }

  private static Throwable failure(Generator<String, String, Integer> generator) {
    try {
      throw new AssertionError("the result is " + generator.result());
    } catch (IllegalStateException e) {
      return e.getCause();
    }
  }

  /** Whether no user code has seen anything. */
  static boolean sawNothing() {
    return caught == 0 && finished == 0 && wrong == 0;
  }
}
