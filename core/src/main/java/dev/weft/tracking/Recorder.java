package dev.weft.tracking;

import org.jspecify.annotations.Nullable;

/** What flight recordings are told of; this one tells nothing. */
class Recorder {
  /** The recorder of this JVM: one without effect where the JDK's module jdk.jfr is not there. */
  static Recorder present() {
    try {
      return new JfrRecorder();
    } catch (LinkageError e) {
      return new Recorder();
    }
  }

  /** A generator was made. */
  void created(Track track) {}

  /**
   * A run begins.
   *
   * @return what to end it with; null if no recording wants to know
   */
  @Nullable Object begin() {
    return null;
  }

  /** A run has ended. */
  void end(Object begun, Track track) {}

  /**
   * A generator was collected before it ended.
   *
   * @param track the generator
   * @param suspended where it was suspended
   * @param cleanup the place whose cleanup has not run; the same, or a caller
   */
  void abandoned(Track track, StackTraceElement suspended, StackTraceElement cleanup) {}
}
