package dev.weft.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stack trace of what a coroutine throws read as if its methods had called each other.
 *
 * <p>A frame that is resumed stands right on its driver: those that called it are suspended, and
 * the JVM cannot know of them.
 *
 * <ol>
 *   <li>The trace of the present stack, from the driver outward, says what the trace of an
 *       exception made during this resume must end with. One that does not was made elsewhere
 *       (raised in, shared, or completed before) and is left alone.
 *   <li>The frames of the machinery between the coroutine's methods are left out, and of those that
 *       drive it all but the call that the user made.
 *   <li>The suspended callers go between, each with the line where it stands.
 * </ol>
 */
final class Traces {
  private static final String RUNTIME = Traces.class.getPackageName() + ".";
  private static final String TRACKING = "dev.weft.tracking.";
  private static final String COMPANION = "$$Weft$";
  private static final Set<String> LIBRARY = Set.of("dev.weft.Bodies", UnrunFrame.CLASS);
  private static final String DRIVER = DrivenFrame.class.getName();
  private static final String DELEGATION = GeneratorDelegation.class.getName();
  private static final String LOOP = "advance";
  private static final String RESUME = "run";

  /** How many elements the JVM itself keeps ({@code -XX:MaxJavaStackTraceDepth}). */
  private static final int MOST = 1024;

  private Traces() {}

  /**
   * Completes the trace of an exception, if it was made during the present resume.
   *
   * @param thrown what a frame threw; called by the driver that resumed that frame
   * @param caller the suspended caller of that frame, which may be a delegation; null if there is
   *     none
   */
  static void complete(Throwable thrown, @Nullable Frame caller) {
    try {
      StackTraceElement[] trace = thrown.getStackTrace();
      if (trace.length > 0) {
        complete(thrown, trace, caller);
      }
    } catch (RuntimeException | VirtualMachineError e) {
      // A user's exception class may do anything in there, and the exception itself matters more.
      return;
    }
  }

  private static void complete(
      Throwable thrown, StackTraceElement[] trace, @Nullable Frame caller) {
    StackTraceElement[] present = new Throwable().getStackTrace();
    int driver = 0;
    while (!isDriver(present[driver])) {
      driver++;
    }
    int outside = present.length - driver - 1;
    int inside = trace.length - outside - 1;
    if (inside < 1
        || !isDriver(trace[inside])
        || !Arrays.equals(trace, inside + 1, trace.length, present, driver + 1, present.length)) {
      return;
    }
    List<StackTraceElement> completed = new ArrayList<>(trace.length);
    addMethods(trace, inside, completed);
    addCallers(caller, completed);
    addOutside(trace, inside + 1, completed);
    thrown.setStackTrace(completed.toArray(StackTraceElement[]::new));
  }

  private static boolean isDriver(StackTraceElement element) {
    return element.getClassName().equals(DRIVER) && element.getMethodName().equals(RESUME);
  }

  private static void addMethods(
      StackTraceElement[] trace, int end, List<StackTraceElement> completed) {
    for (int i = 0; i < end; i++) {
      if (!isMachinery(trace[i]) && !(i > 0 && isTwin(trace[i], trace[i - 1]))) {
        completed.add(trace[i]);
      }
    }
  }

  private static void addCallers(@Nullable Frame innermost, List<StackTraceElement> completed) {
    for (Frame frame = innermost; frame != null && completed.size() < MOST; frame = frame.caller) {
      StackTraceElement element = Snapshots.element(frame);
      if (!isMachinery(element) && !(frame instanceof MaterialisedDelegate)) {
        completed.add(element);
      }
    }
  }

  /**
   * Of the driving calls the outermost stays; but a delegator's driver has still to find itself.
   */
  private static void addOutside(
      StackTraceElement[] trace, int start, List<StackTraceElement> completed) {
    int first = start;
    while (first + 1 < trace.length && isMachinery(trace[first + 1]) && !isLoop(trace[first])) {
      first++;
    }
    completed.addAll(List.of(trace).subList(first, trace.length));
  }

  private static boolean isLoop(StackTraceElement element) {
    return element.getClassName().equals(DELEGATION) && element.getMethodName().equals(LOOP);
  }

  private static boolean isMachinery(StackTraceElement element) {
    String name = element.getClassName();
    return name.startsWith(RUNTIME)
        || name.startsWith(TRACKING)
        || name.contains(COMPANION)
        || LIBRARY.contains(name);
  }

  /** A twin has the name of the body it calls, and no lines. */
  private static boolean isTwin(StackTraceElement element, StackTraceElement callee) {
    return element.getLineNumber() < 0
        && callee.getLineNumber() >= 0
        && element.getMethodName().equals(callee.getMethodName())
        && element.getClassName().equals(callee.getClassName());
  }
}
