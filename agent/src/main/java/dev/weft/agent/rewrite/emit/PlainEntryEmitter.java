package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;
import static dev.weft.agent.rewrite.model.RuntimeNames.SOAK;
import static dev.weft.agent.rewrite.model.RuntimeNames.VIEWS;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.GeneratorView;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.MethodAnalysis;
import dev.weft.agent.rewrite.model.Primitives;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Emits the plain entry into a coroutine method, under its own name and signature. */
final class PlainEntryEmitter {
  private PlainEntryEmitter() {}

  /** Makes a generator method create its generator. */
  static void createGenerator(
      MethodNode method, StateMachinePlan plan, Companion frame, Companions companions) {
    replaceCode(
        method,
        code -> {
          companions.definition(frame).accept(code);
          code.anew(Type.getObjectType(frame.name()));
          code.dup();
          for (SavedValue argument : plan.arguments()) {
            int parameter = argument.local().index() - Body.ADDED_LOCALS;
            code.load(parameter, argument.local().opcodes());
          }
          String descriptor = FrameClassEmitter.constructorDescriptor(plan);
          code.invokespecial(frame.name(), "<init>", descriptor, false);
          GeneratorView view = plan.source().view().orElseThrow();
          if (plan.isTracked() && view != GeneratorView.ITERABLE) {
            FrameClassEmitter.track(code, frame.name());
          }
          view.converter().ifPresent(converter -> convert(code, converter, method.desc));
          code.areturn(InstructionAdapter.OBJECT_TYPE);
        });
  }

  /** The verifier need not load the frame class to know that it is a GeneratorFrame. */
  private static void convert(InstructionAdapter code, String converter, String descriptor) {
    boolean restarts = converter.equals("iterable");
    String from = restarts ? RuntimeNames.RESTARTABLE : COROUTINE;
    code.checkcast(Type.getObjectType(from));
    code.invokestatic(
        VIEWS,
        converter,
        "(L" + from + ";)" + Type.getReturnType(descriptor).getDescriptor(),
        false);
  }

  /** Makes the plain entry of a subroutine run its body in no coroutine. */
  static void runWithoutCoroutine(MethodNode method, MethodAnalysis analysis) {
    replaceCode(
        method,
        code -> {
          callBody(code, analysis, c -> c.getstatic(COROUTINE, "NONE", COROUTINE_TYPE));
          code.areturn(Type.getReturnType(method.desc));
        });
  }

  /** Makes the plain entry of a soaked method resume it as often as it suspends. */
  static void runSoaked(
      MethodNode method,
      MethodAnalysis analysis,
      Optional<Companion> frame,
      Companions companions) {
    Type result = Type.getReturnType(method.desc);
    int root = TwinEmitter.parameterSlots(method.access, method.desc);
    replaceCode(
        method,
        code -> {
          frame.ifPresent(companion -> companions.definition(companion).accept(code));
          code.invokestatic(SOAK, "begin", "()" + COROUTINE_TYPE, false);
          code.store(root, InstructionAdapter.OBJECT_TYPE);
          callBody(code, analysis, c -> c.load(root, InstructionAdapter.OBJECT_TYPE));
          finish(code, result, root);
          code.areturn(result);
        });
  }

  private static void finish(InstructionAdapter code, Type result, int root) {
    boolean primitive = Primitives.isPrimitive(result);
    if (result.getSort() == Type.VOID) {
      code.aconst(null);
    }
    Primitives.toBits(code, result);
    code.load(root, InstructionAdapter.OBJECT_TYPE);
    String carrier = primitive ? "J" : "Ljava/lang/Object;";
    code.invokestatic(SOAK, "finish", "(" + carrier + COROUTINE_TYPE + ")" + carrier, false);
    Primitives.fromBits(code, result);
    if (!primitive && result.getSort() != Type.VOID) {
      code.checkcast(result);
    }
  }

  /** Calls a body from its start: no frame yet, the coroutine given, and the own parameters. */
  static void callBody(InstructionAdapter code, MethodAnalysis analysis, CodeBlock coroutine) {
    CoroutineMethod source = analysis.body().source();
    MethodNode body = analysis.body().code();
    code.aconst(null);
    coroutine.write(code);
    code.aconst(null);
    for (Local parameter : analysis.parameters()) {
      code.load(parameter.index() - Body.ADDED_LOCALS, parameter.opcodes());
    }
    code.invokestatic(source.owner(), body.name, body.desc, source.ownerIsInterface());
  }

  /** The body of a lambda's code that is refused: calls that code, which throws the reason. */
  static MethodNode bodyOfPlain(CoroutineMethod lambda) {
    MethodNode plain = lambda.method();
    MethodNode body =
        new MethodNode(lambda.bodyAccess(), lambda.bodyName(), lambda.bodyDescriptor(), null, null);
    InstructionAdapter code = new InstructionAdapter(body);
    int local = 0;
    for (Type parameter : Type.getArgumentTypes(lambda.bodyDescriptor())) {
      if (local >= Body.ADDED_LOCALS) {
        code.load(local, parameter);
      }
      local += parameter.getSize();
    }
    int opcode = lambda.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
    code.visitMethodInsn(opcode, lambda.owner(), plain.name, plain.desc, lambda.ownerIsInterface());
    code.areturn(Type.getReturnType(plain.desc));
    return body;
  }

  /** Replaces the code of a method; the names of its parameters stay. */
  static void replaceCode(MethodNode method, CodeBlock code) {
    List<LocalVariableNode> parameters = parameterNames(method);
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.visibleLocalVariableAnnotations = null;
    method.invisibleLocalVariableAnnotations = null;
    method.localVariables = new ArrayList<>();
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    method.instructions.add(start);
    code.write(new InstructionAdapter(method));
    method.instructions.add(end);
    for (LocalVariableNode parameter : parameters) {
      method.localVariables.add(
          new LocalVariableNode(
              parameter.name, parameter.desc, parameter.signature, start, end, parameter.index));
    }
  }

  private static List<LocalVariableNode> parameterNames(MethodNode method) {
    if (method.localVariables == null) {
      return List.of();
    }
    int slots = TwinEmitter.parameterSlots(method.access, method.desc);
    List<Integer> seen = new ArrayList<>();
    List<LocalVariableNode> parameters = new ArrayList<>();
    for (LocalVariableNode variable : method.localVariables) {
      if (variable.index < slots && !seen.contains(variable.index)) {
        seen.add(variable.index);
        parameters.add(variable);
      }
    }
    return parameters;
  }
}
