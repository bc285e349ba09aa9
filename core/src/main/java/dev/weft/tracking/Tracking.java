package dev.weft.tracking;

/**
 * The generators that are tracked: those of code woven with the option {@code track}, in the class
 * loader of this class.
 *
 * <p>A tracked generator is held weakly: one that is abandoned can be collected as any other.
 * Thread-safe; generators are looked at while their threads go on.
 */
public final class Tracking {
  private Tracking() {}

  /**
   * Tells of all generators that have been made and have not ended: where each stands, its state,
   * since when, and what it delegates to.
   *
   * @return a text for people
   */
  public static String dump() {
    return new Dump(false).text();
  }

  /**
   * The same with the local variables that each activation keeps. Their {@code toString} is called,
   * while the threads that own them go on; what it throws is told in place of the value.
   *
   * @return a text for people
   */
  public static String dumpWithLocals() {
    return new Dump(true).text();
  }
}
