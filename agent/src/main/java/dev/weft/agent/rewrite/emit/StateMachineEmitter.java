package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;
import static dev.weft.agent.rewrite.model.RuntimeNames.FRAME_TYPE;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.Primitives;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Emits the body of a coroutine method as a state machine.
 *
 * <ol>
 *   <li>{@link #dispatch}: with a frame, a tableswitch on its state leads to where it goes on; the
 *       start of a subroutine has no frame yet.
 *   <li>The code of the method, in its order. {@link #suspendAlways A yield} saves, returns and is
 *       followed by where it goes on. {@link #call A call} that can suspend is followed by a check
 *       of whether it has.
 *   <li>{@link #outOfLine}, at the end: where calls that have suspended save and return, and where
 *       they go on.
 *   <li>{@link #failure}: where the making of a frame that fails ends.
 * </ol>
 *
 * <p>What weaving adds stands outside the user's exception ranges; the instruction that receives a
 * result or throws what was raised stands inside, once.
 */
final class StateMachineEmitter {
  private final StateMachinePlan plan;
  private final String frameClass;
  private final MethodNode out;
  private final CodeWriter code;
  private final SpillEmitter spills;
  private final StackMapFrames frames;
  private final Map<AbstractInsnNode, MachineState> states = new HashMap<>();
  private final List<Runnable> outOfLine = new ArrayList<>();
  private final Label[] resumes;

  private StateMachineEmitter(StateMachinePlan plan, String frameClass) {
    MethodNode body = plan.body().code();
    this.plan = plan;
    this.frameClass = frameClass;
    this.out = new MethodNode(body.access, body.name, body.desc, null, null);
    out.exceptions = body.exceptions;
    this.code = new CodeWriter(out);
    this.frames = new StackMapFrames(frameClass);
    this.spills = new SpillEmitter(plan, frameClass, code, frames);
    this.resumes = new Label[plan.states().size()];
    for (MachineState state : plan.states()) {
      states.put(state.point().call(), state);
      resumes[state.number() - 1] = new Label();
    }
  }

  /** Emits the body of a plan; the frame class has that name. */
  static MethodNode emit(StateMachinePlan plan, String frameClass) {
    StateMachineEmitter emitter = new StateMachineEmitter(plan, frameClass);
    emitter.emit();
    return emitter.out;
  }

  private void emit() {
    if (plan.needsFrame()) {
      dispatch();
    }
    AbstractInsnNode[] instructions = plan.body().code().instructions.toArray();
    for (int i = 0; i < instructions.length; i++) {
      code.from(i);
      instruction(instructions[i], i);
    }
    code.from(CodeWriter.ADDED);
    outOfLine.forEach(Runnable::run);
    Label failed = new Label();
    if (spills.canFail()) {
      failure(failed);
    }
    code.coverRanges(plan.body().code());
    if (spills.canFail()) {
      code.coverSaving(failed);
    }
    VariableTable.write(plan.body().code().localVariables, out);
  }

  private void instruction(AbstractInsnNode instruction, int index) {
    MachineState state = states.get(instruction);
    if (instruction instanceof FrameNode frame) {
      BitSet live = plan.analysis().liveAtFrames().getOrDefault(frame, new BitSet());
      code.frame(frames.pruned(frame, live));
    } else if (state == null) {
      clearAtReturn(instruction);
      code.copy(instruction);
    } else if (state.point().yields()) {
      suspendAlways(state, index);
    } else {
      call(state, index);
    }
  }

  private void clearAtReturn(AbstractInsnNode instruction) {
    if (plan.source().isGenerator()) {
      for (FrameField field : plan.clearedAtReturns().getOrDefault(instruction, List.of())) {
        spills.clear(field);
      }
    }
  }

  // === The start ===

  private void dispatch() {
    boolean generator = plan.source().isGenerator();
    Label start = new Label();
    Label corrupt = new Label();
    code.loadFrame();
    code.checkcast(Type.getObjectType(frameClass));
    code.dup();
    code.store(Body.FRAME, CodeWriter.OBJECT_TYPE);
    if (!generator) {
      code.ifnull(start);
      code.loadFrame();
    }
    code.getfield(frameClass, "state", "I");
    if (generator) {
      code.cast(Type.INT_TYPE, Type.CHAR_TYPE); // drops the flags above the resume point
      code.tableswitch(0, resumes.length, corrupt, labelsFrom(start));
    } else {
      code.tableswitch(1, resumes.length, corrupt, resumes);
    }
    outOfLine.add(() -> corrupt(corrupt));
    code.label(start);
    code.frame(generator ? frames.empty(List.of()) : parameters());
    plan.arguments().forEach(spills::restore);
  }

  private Label[] labelsFrom(Label start) {
    Label[] labels = new Label[resumes.length + 1];
    labels[0] = start;
    System.arraycopy(resumes, 0, labels, 1, resumes.length);
    return labels;
  }

  private FrameNode parameters() {
    return frames.of(plan.analysis().parameters(), List.of());
  }

  private void corrupt(Label corrupt) {
    code.label(corrupt);
    code.frame(frames.empty(List.of()));
    code.loadFrame();
    code.invokevirtual(frameClass, "corrupt", "()Ljava/lang/IllegalStateException;", false);
    code.athrow();
  }

  // === The points ===

  private void suspendAlways(MachineState state, int index) {
    code.from(CodeWriter.ADDED);
    handOut(state.point().yielded());
    spills.save(state);
    returnNothing();
    spills.resumeAt(resumes[state.number() - 1], state);
    code.from(index);
    received(Type.getType(Object.class));
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

  private void call(MachineState state, int index) {
    Label suspended = new Label();
    Label done = new Label();
    code.copy(state.point().call());
    code.loadCoroutine();
    code.getfield(COROUTINE, "state", "I");
    code.ifge(suspended);
    code.from(CodeWriter.ADDED);
    code.label(done);
    code.frame(frames.of(state.analysis().locals(), stackAfter(state)));
    outOfLine.add(() -> outOfLine(state, index, suspended, done));
  }

  private static List<Object> stackAfter(MachineState state) {
    List<Object> stack = StackMapFrames.items(state.analysis().stack());
    Type result = state.point().result();
    if (result.getSort() != Type.VOID) {
      stack.add(VerificationType.of(result).item());
    }
    return stack;
  }

  private void outOfLine(MachineState state, int index, Label suspended, Label done) {
    Type result = state.point().result();
    code.from(CodeWriter.ADDED);
    code.label(suspended);
    code.frame(frames.of(state.analysis().locals(), stackAfter(state)));
    if (result.getSize() == 2) {
      code.pop2();
    } else if (result.getSize() == 1) {
      code.pop();
    }
    spills.save(state);
    returnNothing();
    spills.resumeAt(resumes[state.number() - 1], state);
    code.from(index);
    received(result);
    code.from(CodeWriter.ADDED);
    code.goTo(done);
  }

  private void returnNothing() {
    code.returnNothing(Type.getReturnType(out.desc));
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

  /** Straight-line stores, since a call might overflow the stack once more. */
  private void failure(Label handler) {
    code.from(CodeWriter.ADDED);
    code.label(handler);
    code.frame(frames.empty(List.of("java/lang/Throwable")));
    code.loadCoroutine();
    code.swap();
    code.putfield(COROUTINE, "transfer", "Ljava/lang/Object;");
    code.loadCoroutine();
    code.getstatic(COROUTINE, "UNSAVED", FRAME_TYPE);
    code.putfield(COROUTINE, "tail", FRAME_TYPE);
    code.loadCoroutine();
    code.iconst(0);
    code.putfield(COROUTINE, "state", "I");
    returnNothing();
  }

  /** The descriptor of a frame class's method that makes a frame. */
  static String createDescriptor(String frameClass) {
    return "(" + COROUTINE_TYPE + ")" + Type.getObjectType(frameClass).getDescriptor();
  }
}
