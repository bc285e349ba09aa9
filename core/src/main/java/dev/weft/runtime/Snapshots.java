package dev.weft.runtime;

import dev.weft.Snapshot;
import dev.weft.Snapshot.Activation;
import dev.weft.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at generators without running them. */
public final class Snapshots {
  private Snapshots() {}

  static Snapshot of(GeneratorFrame generator) {
    State state = generator.state();
    if (state == State.RUNNING || state == State.CLOSED) {
      return new Snapshot(state, List.of(), null);
    }
    MaterialisedDelegate.materialise(generator);
    List<Activation> frames = new ArrayList<>();
    addFrames(generator, frames);
    return new Snapshot(state, frames, delegate(generator));
  }

  /**
   * What a suspended generator delegates to. Changes nothing.
   *
   * @param generator the generator
   * @return a generator or an iterator, or null
   */
  public static @Nullable Object delegate(GeneratorFrame generator) {
    return generator.top instanceof Delegation delegation ? delegation.source() : null;
  }

  /** Those of the generators delegated to come first. */
  private static void addFrames(GeneratorFrame generator, List<Activation> frames) {
    GeneratorFrame leaf =
        generator.top instanceof GeneratorDelegation delegation && delegation.isLinked()
            ? DelegationChain.leaf(generator)
            : generator;
    if (delegate(leaf) instanceof GeneratorFrame inner && inner.state() == State.SUSPENDED) {
      addFrames(inner, frames);
    }
    addFrames(innermost(leaf), generator, Integer.MAX_VALUE, frames);
  }

  private static void addFrames(
      Frame innermost, GeneratorFrame outermost, int most, List<Activation> frames) {
    Frame frame = innermost;
    for (int i = 0; i < most; i++) {
      if (!(frame instanceof Delegation || frame instanceof MaterialisedDelegate)) {
        frames.add(activation(frame));
      }
      if (frame == outermost) {
        return;
      }
      frame = Objects.requireNonNull(frame.caller);
    }
  }

  /**
   * The activations of one suspended generator, without those of what it delegates to. Changes
   * nothing, so that any thread may ask.
   *
   * @param generator the generator
   * @param most how many frames are looked at: one that goes on meanwhile may show them in a circle
   * @return the activations, innermost first; of no meaning if it went on meanwhile
   * @throws RuntimeException maybe, if it went on meanwhile
   */
  public static List<Activation> activations(GeneratorFrame generator, int most) {
    List<Activation> frames = new ArrayList<>();
    addFrames(innermost(generator), generator, most, frames);
    return frames;
  }

  /** Method, state and line in one line. */
  static String describe(GeneratorFrame generator) {
    FrameLayout layout = FrameLayout.parse(generator.layout());
    State state = generator.state();
    String name = "generator " + layout.className() + "." + layout.method() + " " + state;
    if (state != State.SUSPENDED) {
      return name;
    }
    int line = point(layout, generator).line();
    return line < 0 ? name : name + " at line " + line;
  }

  private static Frame innermost(GeneratorFrame generator) {
    @Nullable Frame top = generator.top;
    return top == null ? generator : top;
  }

  /** Where a frame stands, as a stack trace has it. */
  static StackTraceElement element(Frame frame) {
    return FrameLayout.parse(frame.layout()).element(frame.point());
  }

  private static FrameLayout.Point point(FrameLayout layout, Frame frame) {
    return layout.points().get(frame.point());
  }

  private static Activation activation(Frame frame) {
    FrameLayout layout = FrameLayout.parse(frame.layout());
    FrameLayout.Point point = point(layout, frame);
    return new Activation(
        layout.className(),
        layout.method(),
        layout.file(),
        point.line(),
        FrameLayout.locals(point, frame.values()),
        point.notLive());
  }
}
