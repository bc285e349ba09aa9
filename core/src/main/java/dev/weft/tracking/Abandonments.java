package dev.weft.tracking;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reports generators that were collected while suspended where closing them would have run code: a
 * finally block, or the closing of a resource. Nothing will run that code any more.
 */
final class Abandonments {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private Abandonments() {}

  /** How many there have been. */
  static long count() {
    return COUNT.get();
  }

  /** Looks whether one that was collected has to be reported. */
  static void collected(Track track) {
    Place innermost = track.place();
    if (innermost == null) {
      return;
    }
    Optional<Place> cleanup = innermost.outward().stream().filter(Place::hasCleanup).findFirst();
    if (cleanup.isPresent()) {
      COUNT.incrementAndGet();
      report(track, innermost.element(), cleanup.get().element());
    }
  }

  /** Said once for each line, so that a leak in a loop does not flood the log. */
  private static void report(Track track, StackTraceElement suspended, StackTraceElement cleanup) {
    Registry.RECORDER.abandoned(track, suspended, cleanup);
    String where =
        suspended.equals(cleanup) ? suspended.toString() : suspended + ", called at " + cleanup;
    if (REPORTED.add(where)) {
      long now = System.nanoTime();
      System.err.println(
          "[weft] a generator was abandoned, suspended at "
              + where
              + ", in a try: its finally block will not run, nor will its resources be closed. It"
              + " is "
              + track.name()
              + ", "
              + track.made(now)
              + ", suspended for "
              + Track.age(track.stoppedWhen(), now)
              + ". Close it, best by try-with-resources. Further ones there are counted, not said.");
    }
  }
}
