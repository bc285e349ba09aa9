package dev.weft.runtime;

import dev.weft.Snapshot;
import dev.weft.Snapshot.Activation;
import dev.weft.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at generators without running them. */
final class Snapshots {
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

  private static @Nullable Object delegate(GeneratorFrame generator) {
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
    Frame frame = innermost(leaf);
    while (true) {
      if (!(frame instanceof Delegation || frame instanceof MaterialisedDelegate)) {
        frames.add(activation(frame));
      }
      if (frame == generator) {
        return;
      }
      frame = Objects.requireNonNull(frame.caller);
    }
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
    FrameLayout layout = FrameLayout.parse(frame.layout());
    return new StackTraceElement(
        layout.className(), layout.method(), layout.file(), point(layout, frame).line());
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
