package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.Primitives;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.MethodNode;

/** Emits the way from a frame back into the body of its method. */
final class ResumeEmitter {
  private static final String RESUME = "(" + COROUTINE_TYPE + "Ljava/lang/Object;)V";

  private static final Type OBJECT = InstructionAdapter.OBJECT_TYPE;

  private final StateMachinePlan plan;
  private final MethodNode body;
  private final String name;
  private final ClassBuilder type;

  /**
   * Makes an emitter.
   *
   * @param plan of the method
   * @param body its body
   * @param name the name of the frame class
   * @param type the frame class
   */
  ResumeEmitter(StateMachinePlan plan, MethodNode body, String name, ClassBuilder type) {
    this.plan = plan;
    this.body = body;
    this.name = name;
    this.type = type;
  }

  void emit() {
    String resume = plan.isTracked() ? "resumeTracked" : "resume";
    type.method(Opcodes.ACC_PROTECTED, resume, RESUME, this::resume);
    if (plan.source().isGenerator() && !plan.callsSubroutines() && !plan.isTracked()) {
      type.method(Opcodes.ACC_PROTECTED, "step", "(ILjava/lang/Object;)Z", this::step);
    }
  }

  /** The body reads its state from the frame, so what else it is given does not matter. */
  private void resume(InstructionAdapter code) {
    boolean generator = plan.source().isGenerator();
    if (generator && plan.marksRunning()) {
      markRunning(code);
    }
    code.load(0, OBJECT);
    code.load(generator ? 0 : 1, OBJECT);
    code.load(2, OBJECT);
    List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(body.desc)));
    parameters
        .subList(Body.ADDED_LOCALS, parameters.size())
        .forEach(p -> CodeWriter.pushZero(code, p));
    String owner = plan.source().owner();
    code.invokestatic(owner, body.name, body.desc, plan.source().ownerIsInterface());
    returned(code, Type.getReturnType(body.desc));
    code.areturn(Type.VOID_TYPE);
  }

  /**
   * A step of a generator that yields by itself only: all that its driver would do else is spared.
   */
  private void step(InstructionAdapter code) {
    code.load(0, OBJECT);
    code.load(0, OBJECT);
    code.load(2, OBJECT);
    code.invokevirtual(name, "resume", RESUME, false);
    type.get(code, "state", "I");
    code.iconst(RuntimeNames.CLOSED);
    code.and(Type.INT_TYPE);
    Label closed = new Label();
    code.ifne(closed);
    code.iconst(1);
    code.areturn(Type.BOOLEAN_TYPE);
    code.mark(closed);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.iconst(0);
    code.areturn(Type.BOOLEAN_TYPE);
  }

  /** Here and not by the driver, for which it would be a store too many, or a branch. */
  private void markRunning(InstructionAdapter code) {
    code.load(0, OBJECT);
    type.get(code, "state", "I");
    code.iconst(RuntimeNames.RUNNING);
    code.or(Type.INT_TYPE);
    code.putfield(name, "state", "I");
  }

  private static void returned(InstructionAdapter code, Type result) {
    if (result.getSort() == Type.VOID) {
      return;
    }
    if (Primitives.isPrimitive(result)) {
      Primitives.toBits(code, result);
      code.load(1, OBJECT);
      code.dupX2();
      code.pop();
      code.invokevirtual(COROUTINE, "returnedPrimitive", "(J)V", false);
    } else {
      code.load(1, OBJECT);
      code.swap();
      code.invokevirtual(COROUTINE, "returned", "(Ljava/lang/Object;)V", false);
    }
  }
}
