package dev.weft.tracking;

import java.lang.ref.Cleaner;

/** Learns which generators are collected; and registers the MBean, once there is any. */
final class Watcher {
  /** Its thread holds nothing of the stack that it was started on, as other threads may. */
  private static final Cleaner CLEANER = Cleaner.create();

  static {
    Thread thread = new Thread(null, Watcher::registerBean, "weft-tracking", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  private Watcher() {}

  /**
   * Watches a generator.
   *
   * @param generator the generator
   * @param track what is known of it
   */
  static void watch(TrackedGenerator generator, Track track) {
    CLEANER.register(generator, () -> collected(track));
  }

  private static void collected(Track track) {
    Registry.remove(track);
    Abandonments.collected(track);
  }

  /** On a thread of its own: what is run here must not wait for what JMX loads. */
  private static void registerBean() {
    try {
      TrackingBean.register();
    } catch (LinkageError e) {
      return; // the JDK's module java.management is not there
    }
  }
}
