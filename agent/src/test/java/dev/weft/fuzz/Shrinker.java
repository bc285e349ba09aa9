package dev.weft.fuzz;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Makes a failing sequence of choices small.
 *
 * <ol>
 *   <li>Leaves out runs of choices, long ones first: that deletes statements and operands.
 *   <li>Makes single choices smaller: that replaces what is left by something simpler.
 *   <li>Begins again, until nothing helps or the time is over.
 * </ol>
 */
final class Shrinker {
  private final Predicate<int[]> fails;
  private final long end;
  private int[] best;

  private Shrinker(int[] start, Duration most, Predicate<int[]> fails) {
    this.best = start;
    this.fails = fails;
    this.end = System.nanoTime() + most.toNanos();
  }

  /** A sequence that still fails, as small as the time allows. */
  static int[] shrink(int[] start, Duration most, Predicate<int[]> fails) {
    Shrinker shrinker = new Shrinker(start, most, fails);
    boolean smaller = true;
    while (smaller && shrinker.timeLeft()) {
      smaller = shrinker.leaveOutRuns();
      smaller |= shrinker.lowerChoices();
    }
    return shrinker.best;
  }

  private boolean timeLeft() {
    return System.nanoTime() < end;
  }

  private boolean leaveOutRuns() {
    boolean any = false;
    for (int length = Math.max(1, best.length / 2); length > 0; length /= 2) {
      for (int at = best.length - length; at >= 0 && timeLeft(); at -= length) {
        int from = Math.min(at, Math.max(0, best.length - length));
        any |= accepts(without(best, from, from + length));
      }
    }
    return any;
  }

  private boolean lowerChoices() {
    boolean any = false;
    for (int at = 0; at < best.length && timeLeft(); at++) {
      for (int lower : new int[] {0, best[at] / 2, best[at] - 1}) {
        if (at < best.length && lower >= 0 && lower < best[at]) {
          int[] changed = best.clone();
          changed[at] = lower;
          any |= accepts(changed);
        }
      }
    }
    return any;
  }

  private static int[] without(int[] choices, int from, int to) {
    int end = Math.min(to, choices.length);
    int[] shorter = Arrays.copyOf(choices, choices.length - (end - from));
    System.arraycopy(choices, end, shorter, from, choices.length - end);
    return shorter;
  }

  private boolean accepts(int[] candidate) {
    boolean accepted = fails.test(candidate);
    if (accepted) {
      best = candidate;
    }
    return accepted;
  }
}
