package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;
import static dev.weft.agent.rewrite.model.RuntimeNames.DELEGATE;
import static dev.weft.agent.rewrite.model.RuntimeNames.FRAME;
import static dev.weft.agent.rewrite.model.RuntimeNames.FRAME_TYPE;
import static dev.weft.agent.rewrite.model.RuntimeNames.RESTARTABLE;
import static dev.weft.agent.rewrite.model.RuntimeNames.TRACKED_GENERATOR;
import static dev.weft.agent.rewrite.model.RuntimeNames.TRACKED_SUBROUTINE;

import dev.weft.agent.rewrite.model.Conversions;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.GeneratorView;
import dev.weft.agent.rewrite.model.Primitives;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.MethodNode;

/**
 * Emits the frame class of a coroutine method: a typed field for each value that is ever saved, and
 * the way back into the method's body.
 */
final class FrameClassEmitter {
  /** A piece of a constant, so that it fits even if all characters need three bytes. */
  private static final int LONGEST_PIECE = 65535 / 3;

  private static final String TAKE = "()Ljava/lang/Object;";

  private static final Type OBJECT = InstructionAdapter.OBJECT_TYPE;

  private final StateMachinePlan plan;
  private final MethodNode body;
  private final String name;
  private final String superclass;
  private final ClassBuilder type;

  private FrameClassEmitter(StateMachinePlan plan, MethodNode body, String name) {
    this.plan = plan;
    this.body = body;
    this.name = name;
    this.superclass = superclass(plan);
    this.type = new ClassBuilder(name, superclass);
  }

  /**
   * Emits the class.
   *
   * @param plan what it keeps
   * @param body the body that it resumes
   * @param name its name
   * @param checked whether it checks the version of the runtime itself, since nobody defines it
   */
  static byte[] emit(StateMachinePlan plan, MethodNode body, String name, boolean checked) {
    return new FrameClassEmitter(plan, body, name).emit(checked);
  }

  private static String superclass(StateMachinePlan plan) {
    CoroutineMethod method = plan.source();
    if (plan.isTracked()) {
      return method.isGenerator() ? TRACKED_GENERATOR : TRACKED_SUBROUTINE;
    }
    if (!method.isGenerator()) {
      return method.isDelegate() ? DELEGATE : FRAME;
    }
    return method.view().orElseThrow() == GeneratorView.ITERABLE ? RESTARTABLE : COROUTINE;
  }

  private byte[] emit(boolean checked) {
    if (checked) {
      type.method(Opcodes.ACC_STATIC, "<clinit>", "()V", this::checkVersion);
    }
    plan.fields().forEach(field -> type.field(field.name(), field.descriptor()));
    type.constructor(arguments(plan));
    if (plan.source().isGenerator()) {
      type.method(Opcodes.ACC_PROTECTED, "clear", "()V", this::clear);
      Type yielded = plan.yielded();
      if (Primitives.isPrimitive(yielded)) {
        type.method(Opcodes.ACC_PROTECTED, "take", TAKE, code -> take(code, yielded));
      }
      if (superclass.equals(RESTARTABLE) || superclass.equals(TRACKED_GENERATOR)) {
        type.method(Opcodes.ACC_PROTECTED, "restarted", "()" + COROUTINE_TYPE, this::restarted);
      }
    } else {
      String create = StateMachineEmitter.createDescriptor(name);
      type.method(Opcodes.ACC_STATIC, "create", create, this::create);
    }
    new ResumeEmitter(plan, body, name, type).emit();
    type.method(Opcodes.ACC_PROTECTED, "layout", "()Ljava/lang/String;", this::layout);
    type.method(Opcodes.ACC_PROTECTED, "values", "()[Ljava/lang/Object;", this::values);
    return type.build();
  }

  /** What a generator is made with: its live parameters. A subroutine's frame is made empty. */
  static String constructorDescriptor(StateMachinePlan plan) {
    return ClassBuilder.constructorDescriptor(arguments(plan));
  }

  private static List<ClassBuilder.Assigned> arguments(StateMachinePlan plan) {
    return plan.arguments().stream()
        .map(SavedValue::field)
        .map(field -> new ClassBuilder.Assigned(field.name(), field.descriptor()))
        .toList();
  }

  private void checkVersion(InstructionAdapter code) {
    code.aconst(plan.source().owner().replace('/', '.'));
    code.iconst(RuntimeNames.VERSION);
    code.invokestatic(RuntimeNames.COMPANIONS, "requireVersion", "(Ljava/lang/String;I)V", false);
    code.areturn(Type.VOID_TYPE);
  }

  private void create(InstructionAdapter code) {
    code.anew(Type.getObjectType(name));
    code.dup();
    code.invokespecial(name, "<init>", "()V", false);
    code.dup();
    code.load(0, OBJECT);
    code.swap();
    code.invokevirtual(COROUTINE, "push", "(" + FRAME_TYPE + ")V", false);
    code.areturn(OBJECT);
  }

  private void clear(InstructionAdapter code) {
    for (FrameField field : plan.fields()) {
      if (!Primitives.isPrimitive(Type.getType(field.descriptor()))) {
        code.load(0, OBJECT);
        code.aconst(null);
        code.putfield(name, field.name(), field.descriptor());
      }
    }
    code.areturn(Type.VOID_TYPE);
  }

  /** Boxes what the method yields itself; what a subroutine of it yields may be anything. */
  private void take(InstructionAdapter code, Type yielded) {
    Label other = new Label();
    if (plan.callsSubroutines()) {
      type.get(code, "state", "I");
      code.iconst(RuntimeNames.KIND);
      code.and(Type.INT_TYPE);
      code.iconst(RuntimeNames.kindOf(yielded));
      code.ificmpne(other);
    }
    type.get(code, "primitive", "J");
    Primitives.fromBits(code, yielded);
    Conversions.box(code, yielded);
    code.areturn(OBJECT);
    if (plan.callsSubroutines()) {
      code.mark(other);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      code.load(0, OBJECT);
      code.invokespecial(superclass, "take", TAKE, false);
      code.areturn(OBJECT);
    }
  }

  private void restarted(InstructionAdapter code) {
    code.anew(Type.getObjectType(name));
    code.dup();
    plan.arguments().forEach(argument -> get(code, argument.field()));
    code.invokespecial(name, "<init>", constructorDescriptor(plan), false);
    if (plan.isTracked()) {
      track(code, name);
    }
    code.areturn(OBJECT);
  }

  /**
   * Lets a new generator be tracked. Called by the name of its own class, which is not there yet
   * when the verifier would have to ask it for its superclass.
   */
  static void track(InstructionAdapter code, String frame) {
    code.invokevirtual(frame, "created", "()" + COROUTINE_TYPE, false);
  }

  private void get(InstructionAdapter code, FrameField field) {
    type.get(code, field.name(), field.descriptor());
  }

  private void layout(InstructionAdapter code) {
    String text = plan.layout();
    code.visitLdcInsn(text.substring(0, Math.min(text.length(), LONGEST_PIECE)));
    for (int at = LONGEST_PIECE; at < text.length(); at += LONGEST_PIECE) {
      code.visitLdcInsn(text.substring(at, Math.min(text.length(), at + LONGEST_PIECE)));
      code.invokevirtual(
          "java/lang/String", "concat", "(Ljava/lang/String;)Ljava/lang/String;", false);
    }
    code.areturn(OBJECT);
  }

  private void values(InstructionAdapter code) {
    code.iconst(plan.fields().size());
    code.newarray(OBJECT);
    int index = 0;
    for (FrameField field : plan.fields()) {
      code.dup();
      code.iconst(index++);
      get(code, field);
      Conversions.box(code, Type.getType(field.descriptor()));
      code.astore(OBJECT);
    }
    code.areturn(OBJECT);
  }
}
