package dev.weft.tracking;

/**
 * What JMX tells of tracked generators. Registered as {@value #NAME} when the first of them is
 * made, unless the module {@code java.management} is missing; the name of one more copy of the
 * library in the same JVM ends with {@code ,copy=} and a number.
 */
public interface TrackingMXBean {
  /** Under what it is registered. */
  String NAME = "dev.weft:type=Tracking";

  /**
   * How many generators have been made and have not ended.
   *
   * @return the number
   */
  int getLiveCount();

  /**
   * How many generators have been made.
   *
   * @return the number
   */
  long getCreatedCount();

  /**
   * How many were collected while suspended where closing them would have run code, such as a
   * finally block.
   *
   * @return the number
   */
  long getAbandonedCount();

  /**
   * The same as {@link Tracking#dump()}.
   *
   * @return a text for people
   */
  String dump();

  /**
   * The same as {@link Tracking#dumpWithLocals()}.
   *
   * @return a text for people
   */
  String dumpWithLocals();
}
