package dev.weft.tracking;

import dev.weft.Snapshot.Activation;
import dev.weft.State;
import dev.weft.runtime.Snapshots;
import java.lang.invoke.VarHandle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text about all live generators. Their threads go on meanwhile, so that each is shown as it was
 * at some moment, and not all at the same.
 */
final class Dump {
  private static final int LONGEST_VALUE = 100;

  private final boolean locals;
  private final long now = System.nanoTime();
  private final Map<State, Integer> counts = new EnumMap<>(State.class);
  private final StringBuilder text = new StringBuilder();

  /**
   * Looks.
   *
   * @param locals whether local variables are wanted
   */
  Dump(boolean locals) {
    this.locals = locals;
    Registry.live().forEach(this::add);
  }

  /** What there was to be seen. */
  String text() {
    String live =
        counts.entrySet().stream()
            .map(state -> state.getValue() + " " + state.getKey())
            .collect(Collectors.joining(", "));
    return "live generators: "
        + (live.isEmpty() ? "none" : live)
        + "; made: "
        + Registry.created()
        + "; abandoned in a try: "
        + Abandonments.count()
        + "\n"
        + text;
  }

  private void add(Track track) {
    TrackedGenerator generator = track.live();
    Place place = track.place();
    if (generator == null || place == null) {
      return;
    }
    State state = generator.state();
    counts.merge(state, 1, Integer::sum);
    text.append("\n#").append(track.id()).append(' ').append(track.name()).append(' ');
    text.append(state);
    if (state == State.SUSPENDED) {
      text.append(" for ").append(Track.age(track.stoppedWhen(), now));
    }
    if (!track.thread().isEmpty()) {
      text.append(", run by ").append(track.thread());
    }
    text.append(", ").append(track.made(now)).append('\n');
    if (!track.isRunning()) {
      addActivations(track, place, generator);
      addDelegate(Snapshots.delegate(generator));
    }
  }

  private void addActivations(Track track, Place place, TrackedGenerator generator) {
    List<Activation> activations = locals ? activations(generator) : List.of();
    VarHandle.loadLoadFence();
    if (activations.isEmpty() || track.isRunning() || track.place() != place) {
      place.outward().forEach(p -> text.append("  at ").append(p.element()).append('\n'));
    } else {
      activations.forEach(this::add);
    }
  }

  /** Nothing if it went on meanwhile. */
  private static List<Activation> activations(TrackedGenerator generator) {
    try {
      return Snapshots.activations(generator, Place.MOST);
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private void add(Activation activation) {
    StackTraceElement element =
        new StackTraceElement(
            activation.className(), activation.method(), activation.file(), activation.line());
    text.append("  at ").append(element).append('\n');
    activation
        .locals()
        .forEach((name, value) ->
            text.append("       ").append(name).append(" = ").append(shown(value)).append('\n'));
  }

  private static String shown(@Nullable Object value) {
    String shown;
    try {
      shown = String.valueOf(value).replaceAll("\\R", " ");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return "(its toString threw " + e.getClass().getName() + ")";
    }
    return shown.length() <= LONGEST_VALUE ? shown : shown.substring(0, LONGEST_VALUE) + "...";
  }

  private void addDelegate(@Nullable Object delegate) {
    if (delegate != null) {
      text.append("  delegating to ").append(nameOf(delegate)).append('\n');
    }
  }

  private static String nameOf(Object delegate) {
    Track track = delegate instanceof TrackedGenerator generator ? generator.track() : null;
    return track == null
        ? "a " + delegate.getClass().getName()
        : "#" + track.id() + " " + track.name();
  }
}
