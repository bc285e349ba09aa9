package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.FRAME_TYPE;

import dev.weft.agent.rewrite.emit.CodeWriter.Role;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Emits the saving of what is live at a point, and its restoring.
 *
 * <ol>
 *   <li>A subroutine that has no frame yet makes one, and saves what a frame would have kept.
 *   <li>The stack is saved from its top, then the locals that may have changed; references that are
 *       not live any more are dropped.
 *   <li>The state is stored last: in a generator's own frame that is what tells its driver. A
 *       subroutine that yields tells its callers after that.
 * </ol>
 */
final class SpillEmitter {
  private final StateMachinePlan plan;
  private final String frameClass;
  private final CodeWriter code;
  private final StackMapFrames frames;

  SpillEmitter(StateMachinePlan plan, String frameClass, CodeWriter code, StackMapFrames frames) {
    this.plan = plan;
    this.frameClass = frameClass;
    this.code = code;
    this.frames = frames;
  }

  /** Whether saving can fail: only the making of a frame can, and a generator has its own. */
  boolean canFail() {
    return !plan.source().isGenerator() && !plan.states().isEmpty();
  }

  /** Saves; on the stack are the values below what the call consumed, which are popped. */
  void save(MachineState state) {
    if (!plan.source().isGenerator()) {
      makeFrame(state);
    }
    saveStack(state);
    state.changed().forEach(this::save);
    state.cleared().forEach(this::clear);
    if (plan.source().isGenerator()) {
      saveGeneratorState(state);
    } else {
      saveSubroutineState(state);
    }
  }

  /** The kind of what a subroutine below yielded is in the state word already, and stays. */
  private void saveGeneratorState(MachineState state) {
    code.loadFrame();
    if (state.point().yields()) {
      code.iconst(state.number() | RuntimeNames.kindOf(state.point().yielded()));
    } else {
      code.loadFrame();
      code.getfield(frameClass, "state", "I");
      code.iconst(RuntimeNames.KIND);
      code.and(Type.INT_TYPE);
      code.iconst(state.number());
      code.or(Type.INT_TYPE);
    }
    code.putfield(frameClass, "state", "I");
  }

  private void saveSubroutineState(MachineState state) {
    code.loadFrame();
    code.iconst(state.number());
    code.putfield(frameClass, "state", "I");
    if (state.point().yields()) {
      code.as(Role.SAVING);
      code.loadCoroutine();
      code.iconst(RuntimeNames.kindOf(state.point().yielded()));
      code.invokevirtual(COROUTINE, "suspend", "(I)V", false);
      code.as(Role.ADDED);
    }
  }

  private void makeFrame(MachineState state) {
    Label made = new Label();
    code.loadFrame();
    code.ifnonnull(made);
    code.as(Role.SAVING);
    code.loadCoroutine();
    code.invokestatic(
        frameClass, "create", StateMachineEmitter.createDescriptor(frameClass), false);
    code.as(Role.ADDED);
    code.store(Body.FRAME, CodeWriter.OBJECT_TYPE);
    List<SavedValue> unchanged = new ArrayList<>(state.locals());
    unchanged.removeAll(state.changed());
    unchanged.forEach(this::save);
    code.label(made);
    code.frame(
        frames.of(state.analysis().locals(), StackMapFrames.items(state.analysis().stack())));
  }

  private void saveStack(MachineState state) {
    List<Local> stack = state.analysis().stack();
    Map<Integer, SavedValue> allSaved = byIndex(state.stack());
    for (int i = stack.size() - 1; i >= 0; i--) {
      SavedValue saved = allSaved.get(stack.get(i).index());
      if (saved != null) {
        code.popInto(frameClass, saved.field());
      } else {
        code.pop(); // null
      }
    }
  }

  private static Map<Integer, SavedValue> byIndex(List<SavedValue> saved) {
    Map<Integer, SavedValue> byIndex = new HashMap<>();
    saved.forEach(value -> byIndex.put(value.local().index(), value));
    return byIndex;
  }

  /** Saves a local. */
  void save(SavedValue value) {
    code.loadFrame();
    code.load(value.local().index(), value.local().opcodes());
    code.putfield(frameClass, value.field().name(), value.field().descriptor());
  }

  /** Drops a reference. */
  void clear(FrameField field) {
    code.loadFrame();
    code.visitInsn(Opcodes.ACONST_NULL);
    code.putfield(frameClass, field.name(), field.descriptor());
  }

  /** Begins where a point goes on: restores the locals, then the stack. */
  void resumeAt(Label label, MachineState state) {
    code.label(label);
    code.frame(frames.empty(List.of()));
    Map<Integer, SavedValue> locals = byIndex(state.locals());
    for (Local local : state.analysis().locals()) {
      load(local, locals.get(local.index()));
      code.store(local.index(), local.opcodes());
    }
    Map<Integer, SavedValue> stack = byIndex(state.stack());
    for (Local value : state.analysis().stack()) {
      load(value, stack.get(value.index()));
    }
  }

  /** Restores an argument of a generator. */
  void restore(SavedValue value) {
    load(value.local(), value);
    code.store(value.local().index(), value.local().opcodes());
  }

  /** Loads a value; one that is not saved is null. */
  private void load(Local local, @Nullable SavedValue saved) {
    if (saved == null) {
      code.visitInsn(Opcodes.ACONST_NULL);
      return;
    }
    FrameField field = saved.field();
    code.loadFrame();
    code.getfield(frameClass, field.name(), field.descriptor());
    if (saved.needsCast()) {
      code.checkcast(Type.getObjectType((String) local.type().item()));
    }
  }

  /**
   * Where the making of a frame that fails ends. Straight-line stores, since a call might overflow
   * the stack once more.
   */
  void failure(Label handler) {
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
    code.returnNothing(Type.getReturnType(plan.body().code().desc));
  }
}
