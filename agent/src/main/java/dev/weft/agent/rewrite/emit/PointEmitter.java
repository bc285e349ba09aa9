package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;

import dev.weft.agent.rewrite.emit.CodeWriter.Role;
import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.Primitives;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FrameNode;

/**
 * Emits the points of a state machine.
 *
 * <ol>
 *   <li>{@link #suspendAlways A yield} saves and returns. {@link #call A call} that can suspend is
 *       followed by a check of whether it has.
 *   <li>{@link #resume Going on} restores what was saved and receives the result, or throws what
 *       was raised. It stands where the section in which the point goes on has the point, unless
 *       there is a call that goes on without having suspended.
 *   <li>{@link #outOfLine}, at the end: where calls that have suspended save and return, and where
 *       they go on if that is not in line.
 * </ol>
 *
 * <p>What weaving adds stands outside the user's exception ranges; the instruction that receives a
 * result or throws what was raised stands inside, once.
 */
final class PointEmitter {
  private final StateMachinePlan plan;
  private final CodeSections sections;
  private final CodeWriter code;
  private final SectionLabels labels;
  private final StackMapFrames frames;
  private final LineEmitter lines;
  private final SpillEmitter spills;
  private final Map<MachineState, Label> suspensions = new LinkedHashMap<>();
  private final Map<MachineState, Runnable> resumptions = new HashMap<>();

  PointEmitter(
      StateMachinePlan plan,
      CodeSections sections,
      CodeWriter code,
      SectionLabels labels,
      StackMapFrames frames,
      LineEmitter lines,
      SpillEmitter spills) {
    this.plan = plan;
    this.sections = sections;
    this.code = code;
    this.labels = labels;
    this.frames = frames;
    this.lines = lines;
    this.spills = spills;
  }

  /** Emits what a section has of the point at that index. */
  void emit(MachineState state, int section, int index) {
    boolean calls = sections.contains(section, index) && !state.point().yields();
    if (calls) {
      call(state);
    } else if (sections.contains(section, index)) {
      suspendAlways(state);
    }
    if (sections.isResumedIn(section, index)) {
      if (calls) {
        resumptions.put(state, () -> resumeApart(state, section, index));
      } else {
        resume(state, section, index);
      }
    }
  }

  private void suspendAlways(MachineState state) {
    code.as(Role.ADDED);
    handOut(state.point().yielded());
    spills.save(state);
    returnNothing();
  }

  /** Boxing is put off: a loop over the generator may never need the box. */
  private void handOut(Type type) {
    if (Primitives.isPrimitive(type)) {
      Primitives.toBits(code, type);
      code.loadCoroutine();
      code.dupX2();
      code.pop();
      code.putfield(COROUTINE, "primitive", "J");
    } else {
      code.loadCoroutine();
      code.swap();
      code.putfield(COROUTINE, "transfer", "Ljava/lang/Object;");
    }
  }

  private void call(MachineState state) {
    code.copy(state.point().call());
    code.loadCoroutine();
    code.getfield(COROUTINE, "state", "I");
    code.ifge(suspensions.computeIfAbsent(state, s -> new Label()));
    code.as(Role.ADDED);
  }

  private void resume(MachineState state, int section, int index) {
    code.as(Role.ADDED);
    spills.resumeAt(labels.resumption(state), state);
    code.at(section, index);
    received(state.point().yields() ? CodeWriter.OBJECT_TYPE : state.point().result());
    code.as(Role.ADDED);
  }

  private void resumeApart(MachineState state, int section, int index) {
    spills.resumeAt(labels.resumption(state), state);
    code.at(section, index);
    received(state.point().result());
    code.apart();
    code.goTo(labels.entry(sections.target(section, index + 1), index + 1));
  }

  /** Emits what stands apart from the code of the method. */
  void outOfLine() {
    suspensions.forEach((state, suspended) -> {
      suspend(state, suspended);
      resumptions.getOrDefault(state, () -> {}).run();
    });
  }

  private void suspend(MachineState state, Label suspended) {
    Type result = state.point().result();
    lines.goOn(state.point().call());
    code.label(suspended);
    code.frame(frameAfter(state));
    if (result.getSize() == 2) {
      code.pop2();
    } else if (result.getSize() == 1) {
      code.pop();
    }
    spills.save(state);
    returnNothing();
  }

  /** The frame after a point, with the result on the stack. */
  FrameNode frameAfter(MachineState state) {
    List<Object> stack = StackMapFrames.items(state.analysis().stack());
    Type result = state.point().result();
    if (result.getSort() != Type.VOID) {
      stack.add(VerificationType.of(result).item());
    }
    return frames.of(state.analysis().locals(), stack);
  }

  private void returnNothing() {
    code.returnNothing(Type.getReturnType(plan.body().code().desc));
  }

  /** What the call evaluates to, or a throw of what was raised. */
  private void received(Type type) {
    if (Primitives.isPrimitive(type)) {
      code.loadCoroutine();
      code.loadIn();
      code.invokevirtual(COROUTINE, "receivedPrimitive", "(Ljava/lang/Object;)J", false);
      Primitives.fromBits(code, type);
      return;
    }
    code.loadIn();
    code.invokestatic(COROUTINE, "received", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
    if (type.getSort() == Type.VOID) {
      code.pop();
    } else if (!type.equals(CodeWriter.OBJECT_TYPE)) {
      code.checkcast(type);
    }
  }
}
