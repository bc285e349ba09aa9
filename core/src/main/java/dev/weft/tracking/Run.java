package dev.weft.tracking;

import dev.weft.State;
import dev.weft.runtime.Frame;
import dev.weft.runtime.GeneratorFrame;
import org.jspecify.annotations.Nullable;

/** One run of a coroutine: from where a frame is resumed to its next suspension, or its end. */
final class Run {
  private final GeneratorFrame coroutine;
  private final @Nullable Track track;
  private final @Nullable Object recording;

  private Run(GeneratorFrame coroutine, @Nullable Track track) {
    this.coroutine = coroutine;
    this.track = track;
    this.recording = track == null ? null : Registry.RECORDER.begin();
  }

  /**
   * Begins, for a frame that is about to be resumed; of no effect if its generator is untracked.
   */
  static Run begin(GeneratorFrame coroutine) {
    Track track = coroutine instanceof TrackedGenerator generator ? generator.track() : null;
    if (track != null) {
      track.resumed();
    }
    return new Run(coroutine, track);
  }

  /** Where the innermost tracked activation stood before; null if the generator is untracked. */
  @Nullable Place place() {
    return track == null ? null : track.place();
  }

  /**
   * Ends: the frame that was resumed has suspended again, returned or thrown.
   *
   * @param layout the description of that frame
   * @param state its state
   * @param caller the place of its caller; null in a generator's own frame
   */
  void end(String layout, int state, @Nullable Place caller) {
    if (track == null) {
      return;
    }
    track.stopped(hasSuspended() ? innermost(new Place(layout, state, caller)) : caller);
    if (recording != null) {
      Registry.RECORDER.end(recording, track);
    }
  }

  private boolean hasSuspended() {
    return coroutine.state() == State.SUSPENDED && coroutine.tail != GeneratorFrame.UNSAVED;
  }

  /** The methods that were called meanwhile, and suspend for the first time, have new frames. */
  private Place innermost(Place resumed) {
    Place place = resumed;
    for (Frame frame : coroutine.pushed()) {
      if (frame instanceof TrackedSubroutine subroutine) {
        place = subroutine.suspendedBelow(place);
      }
    }
    return place;
  }
}
