package dev.weft.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All tracked generators that have not ended, held weakly. Thread-safe. */
final class Registry {
  /** What flight recordings are told by. */
  static final Recorder RECORDER = Recorder.present();

  private static final Map<Long, Track> LIVE = new ConcurrentHashMap<>();
  private static final AtomicLong CREATED = new AtomicLong();

  private Registry() {}

  /**
   * Adds a generator that has just been made.
   *
   * @param generator the generator
   * @param layout the description of its frame
   * @return its entry, which it keeps
   */
  static Track add(TrackedGenerator generator, String layout) {
    Track track = new Track(generator, CREATED.incrementAndGet(), layout);
    LIVE.put(track.id(), track);
    Watcher.watch(generator, track);
    RECORDER.created(track);
    return track;
  }

  /** Removes one that has ended or was collected. */
  static void remove(Track track) {
    LIVE.remove(track.id());
  }

  /** The entries in the order in which the generators were made. */
  static List<Track> live() {
    return LIVE.values().stream().sorted(Comparator.comparingLong(Track::id)).toList();
  }

  /** How many have been made. */
  static long created() {
    return CREATED.get();
  }
}
