package dev.weft.tracking;

import dev.weft.State;
import dev.weft.runtime.FrameLayout;
import java.lang.ref.WeakReference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one generator. Written by the thread that runs it, read by any; holds nothing
 * that the generator holds.
 */
final class Track extends WeakReference<TrackedGenerator> {
  private final long id;
  private final String layout;
  private final @Nullable StackTraceElement madeAt;
  private final long madeWhen = System.nanoTime();

  private volatile @Nullable Place place;
  private volatile boolean running;
  private volatile String thread = "";
  private volatile long stoppedWhen;

  /**
   * Begins to track a generator.
   *
   * @param generator the generator
   * @param id its number
   * @param layout the description of its frame
   */
  Track(TrackedGenerator generator, long id, String layout) {
    super(generator);
    this.id = id;
    this.layout = layout;
    this.madeAt = CreationSite.of(layout);
    this.place = new Place(layout, 0, null);
  }

  // === The thread that runs it ===

  /** It is about to run. */
  void resumed() {
    running = true;
    thread = nameOf(Thread.currentThread());
  }

  /** Virtual threads have no name unless they are given one. */
  private static String nameOf(Thread thread) {
    String name = thread.getName();
    return name.isEmpty() ? "#" + thread.getId() : name;
  }

  /**
   * It has stopped.
   *
   * @param innermost where its innermost activation stands; null if it has ended
   */
  void stopped(@Nullable Place innermost) {
    place = innermost;
    stoppedWhen = System.nanoTime();
    running = false;
    if (innermost == null) {
      Registry.remove(this);
    }
  }

  // === Any thread ===

  long id() {
    return id;
  }

  String className() {
    return FrameLayout.parse(layout).className();
  }

  String method() {
    return FrameLayout.parse(layout).method();
  }

  /** Class and method. */
  String name() {
    return className() + "." + method();
  }

  /** When and where it was made, for people. */
  String made(long now) {
    return "made " + age(madeWhen, now) + " ago" + (madeAt == null ? "" : " at " + madeAt);
  }

  /** The time between two moments in nanoseconds, for people. */
  static String age(long from, long to) {
    double seconds = Math.max(0, to - from) / 1e9; // it may have stopped since
    return seconds < 600
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  /** The call that made it; null if the stack did not tell. */
  @Nullable StackTraceElement madeAt() {
    return madeAt;
  }

  /** When it was made, as {@link System#nanoTime} tells the time. */
  long madeWhen() {
    return madeWhen;
  }

  /** When it stopped last, likewise; of no meaning before it has run. */
  long stoppedWhen() {
    return stoppedWhen;
  }

  /** The thread that ran it last, by name or number; empty before it has run. */
  String thread() {
    return thread;
  }

  /** Whether it is running itself, and not only what it delegates to. */
  boolean isRunning() {
    return running;
  }

  /** The generator; null if it was collected or has ended, maybe without having run. */
  @Nullable TrackedGenerator live() {
    TrackedGenerator generator = get();
    return generator == null || generator.state() == State.CLOSED ? null : generator;
  }

  /** Where its innermost activation stands, or stood before it went on; null if it has ended. */
  @Nullable Place place() {
    return place;
  }
}
