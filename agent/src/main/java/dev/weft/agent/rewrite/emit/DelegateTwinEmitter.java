package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;
import static dev.weft.agent.rewrite.model.RuntimeNames.DELEGATION;
import static dev.weft.agent.rewrite.model.RuntimeNames.GENERATOR;

import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.MethodAnalysis;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Emits the twin of a delegate, which stands for a call of a generator method and the {@code
 * yieldFrom} of what it gives:
 *
 * <pre>
 *   Object walk(Node node, GeneratorFrame coroutine) {
 *     if (getClass() == Tree.class &amp;&amp; coroutine.nest()) {      // the first unless it is final
 *       try {
 *         Object result = body(null, coroutine, null, this, node);
 *         coroutine.unnest();
 *         return result;
 *       } catch (Throwable thrown) {
 *         throw coroutine.unnestFailed(thrown);
 *       }
 *     }
 *     return Delegation.yieldFrom(walk(node), coroutine);
 *   }
 * </pre>
 */
final class DelegateTwinEmitter {

  private static final int FIXED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;

  private final ClassNode type;
  private final MethodNode generator;
  private final MethodNode twin;
  private final InstructionAdapter code;
  private final boolean isStatic;
  private final Companions companions;

  private DelegateTwinEmitter(ClassNode type, MethodNode delegate, Companions companions) {
    this.type = type;
    this.companions = companions;
    this.generator = generatorMethod(type, delegate);
    this.isStatic = (delegate.access & Opcodes.ACC_STATIC) != 0;
    this.twin =
        new MethodNode(
            delegate.access | Opcodes.ACC_BRIDGE,
            delegate.name,
            RuntimeNames.twinDescriptor(delegate.desc),
            null,
            delegate.exceptions.toArray(String[]::new));
    this.code = new InstructionAdapter(twin);
  }

  private static MethodNode generatorMethod(ClassNode type, MethodNode delegate) {
    Type[] parameters = Type.getArgumentTypes(delegate.desc);
    String descriptor = Type.getMethodDescriptor(Type.getObjectType(GENERATOR), parameters);
    return type.methods.stream()
        .filter(method -> method.name.equals(delegate.name) && method.desc.equals(descriptor))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Emits the twin.
   *
   * @param type its class
   * @param analysis what is known of the delegate
   * @param frame the frame of the delegate, if it has any
   * @param again whether the class is loaded already, and transformed once more, maybe to mock its
   *     objects by code in the plain method
   * @param companions defines the frame
   */
  static MethodNode emit(
      ClassNode type,
      MethodAnalysis analysis,
      Optional<Companion> frame,
      boolean again,
      Companions companions) {
    DelegateTwinEmitter emitter =
        new DelegateTwinEmitter(type, analysis.body().source().method(), companions);
    if (emitter.isStatic || !again) {
      emitter.runBody(analysis, frame);
    }
    emitter.delegate();
    return emitter.twin;
  }

  private void runBody(MethodAnalysis analysis, Optional<Companion> frame) {
    Label general = new Label();
    if ((generator.access & FIXED) == 0 && (type.access & Opcodes.ACC_FINAL) == 0) {
      code.load(0, InstructionAdapter.OBJECT_TYPE);
      code.invokevirtual("java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
      code.tconst(Type.getObjectType(type.name));
      code.ifacmpne(general);
    }
    loadCoroutine();
    code.invokevirtual(COROUTINE, "nest", "()Z", false);
    code.ifeq(general);
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    code.visitTryCatchBlock(start, end, failed, null);
    code.mark(start);
    frame.ifPresent(companion -> companions.definition(companion).accept(code));
    PlainEntryEmitter.callBody(code, analysis, c -> loadCoroutine());
    code.mark(end);
    loadCoroutine();
    code.invokevirtual(COROUTINE, "unnest", "()V", false);
    code.areturn(InstructionAdapter.OBJECT_TYPE);
    code.mark(failed);
    stackMapFrame("java/lang/Throwable");
    loadCoroutine();
    code.swap();
    code.invokevirtual(
        COROUTINE, "unnestFailed", "(Ljava/lang/Throwable;)Ljava/lang/Throwable;", false);
    code.athrow();
    code.mark(general);
    stackMapFrame();
  }

  /** Makes a generator and delegates to it. */
  private void delegate() {
    int local = 0;
    if (!isStatic) {
      code.load(local++, InstructionAdapter.OBJECT_TYPE);
    }
    for (Type parameter : Type.getArgumentTypes(generator.desc)) {
      code.load(local, parameter);
      local += parameter.getSize();
    }
    code.visitMethodInsn(opcode(), type.name, generator.name, generator.desc, false);
    loadCoroutine();
    code.invokestatic(
        DELEGATION,
        "yieldFrom",
        "(L" + GENERATOR + ";" + COROUTINE_TYPE + ")Ljava/lang/Object;",
        false);
    code.areturn(InstructionAdapter.OBJECT_TYPE);
  }

  private int opcode() {
    if (isStatic) {
      return Opcodes.INVOKESTATIC;
    }
    boolean isPrivate = (generator.access & Opcodes.ACC_PRIVATE) != 0;
    return isPrivate ? Opcodes.INVOKESPECIAL : Opcodes.INVOKEVIRTUAL;
  }

  private void loadCoroutine() {
    int slots = TwinEmitter.parameterSlots(generator.access, generator.desc);
    code.load(slots, InstructionAdapter.OBJECT_TYPE);
  }

  private void stackMapFrame(Object... stack) {
    List<Object> locals = new ArrayList<>();
    if (!isStatic) {
      locals.add(type.name);
    }
    locals.addAll(VerificationType.itemsOfParameters(twin.desc));
    code.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.length, stack);
  }
}
