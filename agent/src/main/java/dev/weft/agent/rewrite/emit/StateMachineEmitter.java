package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;

import dev.weft.agent.rewrite.emit.CodeWriter.Role;
import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.LiveValues;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.Neighbours;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Emits the body of a coroutine method as a state machine.
 *
 * <ol>
 *   <li>{@link DispatchEmitter}: with a frame, a tableswitch on its state leads to where it goes
 *       on; the start of a subroutine has no frame yet.
 *   <li>The code of the method, in its order, and each {@link #section} with copies of it. The
 *       {@linkplain PointEmitter points} save and return, or go on, where they stand.
 *   <li>Apart from that, at the end: where calls that have suspended save and return.
 *   <li>{@link SpillEmitter#failure}: where the making of a frame that fails ends.
 * </ol>
 */
final class StateMachineEmitter {
  private final StateMachinePlan plan;
  private final CodeSections sections;
  private final String frameClass;
  private final InsnList original;
  private final MethodNode out;
  private final CodeWriter code;
  private final SectionLabels labels;
  private final SpillEmitter spills;
  private final StackMapFrames frames;
  private final LineEmitter lines;
  private final PointEmitter points;
  private final Map<AbstractInsnNode, MachineState> states = new HashMap<>();

  private StateMachineEmitter(StateMachinePlan plan, CodeSections sections, String frameClass) {
    MethodNode body = plan.body().code();
    this.plan = plan;
    this.sections = sections;
    this.frameClass = frameClass;
    this.original = body.instructions;
    this.out = new MethodNode(body.access, body.name, body.desc, null, null);
    out.exceptions = body.exceptions;
    this.code = new CodeWriter(out);
    this.labels = new SectionLabels(sections, original);
    this.frames = new StackMapFrames(frameClass);
    this.lines = new LineEmitter(code, frames);
    this.spills = new SpillEmitter(plan, frameClass, code, frames);
    this.points = new PointEmitter(plan, sections, code, labels, frames, lines, spills);
    plan.states().forEach(state -> states.put(state.point().call(), state));
  }

  /** Emits the body of a plan; the frame class has that name. */
  static MethodNode emit(StateMachinePlan plan, String frameClass) {
    return SizeLimit.emit(
        plan.choices(), sections -> new StateMachineEmitter(plan, sections, frameClass).emit());
  }

  private MethodNode emit() {
    DispatchEmitter dispatch = new DispatchEmitter(plan, frameClass, code, labels, frames, spills);
    if (plan.needsFrame()) {
      dispatch.emit();
    }
    for (int section = 0; section < sections.sections().size(); section++) {
      section(section);
    }
    code.apart();
    LabelNode end = code.labelAtEnd();
    if (plan.needsFrame()) {
      dispatch.corrupt();
    }
    points.outOfLine();
    Label failed = new Label();
    if (spills.canFail()) {
      spills.failure(failed);
    }
    code.apart();
    JumpShortener.shorten(out.instructions, code);
    tables(end, failed);
    return out;
  }

  private void tables(LabelNode end, Label failed) {
    MethodNode body = plan.body().code();
    ExceptionTable exceptions = new ExceptionTable(out, code, sections);
    exceptions.coverRanges(body, labels);
    if (spills.canFail()) {
      exceptions.coverSaving(failed);
    }
    VariableTable variables = new VariableTable(out, code, end);
    body.localVariables.forEach(variable -> variables.add(variable, original));
  }

  // === The code ===

  private void section(int section) {
    boolean continued = false;
    for (int i = 0; i < original.size(); i++) {
      boolean contained = sections.contains(section, i);
      boolean present = contained || sections.isResumedIn(section, i);
      if (present) {
        if (!continued) {
          code.apart();
          lines.goOn(original.get(i));
        }
        code.at(section, i);
        if (contained && sections.isEntry(section, i)) {
          entry(section, i);
        }
        instruction(section, i);
        leave(section, i);
      }
      continued = present;
    }
  }

  private void instruction(int section, int index) {
    AbstractInsnNode instruction = original.get(index);
    MachineState state = states.get(instruction);
    if (instruction instanceof FrameNode frame) {
      BitSet live = plan.analysis().liveAtFrames().getOrDefault(frame, new BitSet());
      code.frame(labels.copy(section, frames.pruned(frame, live)));
    } else if (instruction instanceof LineNumberNode number) {
      lines.begin(number);
    } else if (state == null) {
      clearAtReturn(instruction);
      code.copy(labels.copy(section, instruction));
      saveEarly(instruction);
    } else {
      points.emit(state, section, index);
    }
  }

  /** Makes an instruction a place to go on at, with a frame if the class file has none there. */
  private void entry(int section, int index) {
    code.label(labels.entry(section, index));
    if (Neighbours.frame(original.get(index)) == null) {
      AbstractInsnNode before = original.get(index - 1);
      MachineState state = states.get(before);
      LiveValues after = plan.analysis().afterBranches().getOrDefault(before, LiveValues.NOTHING);
      code.frame(
          state == null
              ? frames.of(after.locals(), StackMapFrames.items(after.stack()))
              : points.frameAfter(state));
    }
  }

  /** Jumps to the next instruction if that is in another section. */
  private void leave(int section, int index) {
    AbstractInsnNode instruction = original.get(index);
    MachineState state = states.get(instruction);
    boolean suspended =
        state != null && state.point().yields() && !sections.isResumedIn(section, index);
    int target = sections.target(section, index + 1);
    if (target != section && !suspended && ControlFlow.fallsThrough(instruction)) {
      code.as(Role.ADDED);
      code.goTo(labels.entry(target, index + 1));
    }
  }

  private void clearAtReturn(AbstractInsnNode instruction) {
    if (plan.source().isGenerator()) {
      for (FrameField field : plan.clearedAtReturns().getOrDefault(instruction, List.of())) {
        spills.clear(field);
      }
    }
  }

  private void saveEarly(AbstractInsnNode instruction) {
    SavedValue saved = plan.savedEarly().get(instruction);
    if (saved != null) {
      code.as(Role.ADDED);
      spills.save(saved);
    }
  }

  /** The descriptor of a frame class's method that makes a frame. */
  static String createDescriptor(String frameClass) {
    return "(" + COROUTINE_TYPE + ")" + Type.getObjectType(frameClass).getDescriptor();
  }
}
