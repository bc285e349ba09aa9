package dev.weft.tracking;

import java.util.Objects;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** Tells JDK Flight Recorder. */
final class JfrRecorder extends Recorder {
  /** What all events tell. */
  @Category("Weft")
  @StackTrace
  abstract static class GeneratorEvent extends Event {
    @Label("Generator")
    @Description("The number of the generator, as dumps have it")
    long generator;

    @Label("Class")
    @Nullable String type;

    @Label("Method")
    @Nullable String method;

    @Label("Made At")
    @Nullable String madeAt;

    final void tell(Track track) {
      generator = track.id();
      type = track.className();
      method = track.method();
      madeAt = Objects.toString(track.madeAt(), null);
    }
  }

  @Name("dev.weft.GeneratorCreated")
  @Label("Generator Created")
  @Description("A generator was made; there may be very many")
  @Enabled(false)
  static final class Created extends GeneratorEvent {}

  @Name("dev.weft.GeneratorRun")
  @Label("Generator Run")
  @Description("A generator ran, from a resume to its next suspension or its end")
  @Threshold("20 ms")
  static final class Ran extends GeneratorEvent {}

  @Name("dev.weft.GeneratorAbandoned")
  @Label("Generator Abandoned")
  @Description("A generator was collected while suspended where closing it would have run code")
  @StackTrace(false)
  static final class Abandoned extends GeneratorEvent {
    @Label("Line")
    @Description("The source line where it was suspended; -1 if it is not known")
    int line;

    @Label("Suspended At")
    @Nullable String suspendedAt;

    @Label("Cleanup At")
    @Description("Where the finally block or the resource is: there, or at a caller")
    @Nullable String cleanupAt;

    @Label("Age")
    @Timespan(Timespan.NANOSECONDS)
    long age;

    @Label("Time Since Suspension")
    @Timespan(Timespan.NANOSECONDS)
    long sinceSuspension;
  }

  /** Links to the JDK's module. */
  JfrRecorder() {
    isUsed();
  }

  /** Whether anyone has ever begun a recording; events are slow to load, so not before. */
  private static boolean isUsed() {
    return FlightRecorder.isInitialized();
  }

  @Override
  void created(Track track) {
    if (isUsed()) {
      record(new Created(), track);
    }
  }

  private static void record(GeneratorEvent event, Track track) {
    if (event.shouldCommit()) {
      event.tell(track);
      event.commit();
    }
  }

  @Override
  @Nullable Object begin() {
    if (!isUsed()) {
      return null;
    }
    Ran event = new Ran();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  @Override
  void end(Object begun, Track track) {
    Ran event = (Ran) begun;
    event.end();
    record(event, track);
  }

  @Override
  void abandoned(Track track, StackTraceElement suspended, StackTraceElement cleanup) {
    if (!isUsed()) {
      return;
    }
    Abandoned event = new Abandoned();
    long now = System.nanoTime();
    event.line = suspended.getLineNumber();
    event.suspendedAt = suspended.toString();
    event.cleanupAt = cleanup.toString();
    event.age = now - track.madeWhen();
    event.sinceSuspension = now - track.stoppedWhen();
    record(event, track);
  }
}
