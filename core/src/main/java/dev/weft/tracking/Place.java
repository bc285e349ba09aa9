package dev.weft.tracking;

import dev.weft.runtime.FrameLayout;
import dev.weft.runtime.GeneratorFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an activation stands, and its callers. Holds no frame, so that it can outlive the generator
 * and be read while that goes on.
 *
 * @param layout the description of the frame
 * @param state the state of the frame, which has the resume point
 * @param caller the place of its caller, as far as that is tracked; null in a generator's own frame
 */
record Place(String layout, int state, @Nullable Place caller) {
  /** As many as the JVM keeps of a stack trace. */
  static final int MOST = 1024;

  /** This place and those of the callers, innermost first, as far as a stack trace would go. */
  List<Place> outward() {
    List<Place> places = new ArrayList<>();
    for (Place place = this; place != null && places.size() < MOST; place = place.caller) {
      places.add(place);
    }
    return places;
  }

  /** The same as a stack trace has it. */
  StackTraceElement element() {
    return FrameLayout.parse(layout).element(point());
  }

  /** Whether closing the generator would run code there, such as a finally block. */
  boolean hasCleanup() {
    return FrameLayout.parse(layout).cleanups().contains(point());
  }

  private int point() {
    return state & GeneratorFrame.POINT;
  }
}
