package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.OVERRIDES;

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

/** Emits the twin of a subroutine, which takes the running coroutine as its last parameter. */
final class TwinEmitter {
  private static final int NOT_OF_TWINS =
      Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_VARARGS | Opcodes.ACC_STRICT;

  private static final String[] NONE = {};

  private static final int NOT_VIRTUAL = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

  private static final int FIXED = NOT_VIRTUAL | Opcodes.ACC_FINAL;

  private final ClassNode type;
  private final boolean again;
  private final Companions companions;

  TwinEmitter(ClassNode type, boolean again, Companions companions) {
    this.type = type;
    this.again = again;
    this.companions = companions;
  }

  private boolean isInterface() {
    return (type.access & Opcodes.ACC_INTERFACE) != 0;
  }

  /**
   * The twin of a method that has a body: runs it in the caller's coroutine. If the method is
   * synchronized the twin is, too: the body then never suspends.
   */
  MethodNode twinOfBody(MethodNode method, MethodAnalysis analysis, Optional<Companion> frame) {
    return twin(
        method.access,
        method.name,
        method.desc,
        exceptions(method),
        code -> {
          if (isOverridable(method) || (again && (method.access & NOT_VIRTUAL) == 0)) {
            callHiddenOverride(code, method);
          }
          frame.ifPresent(companion -> companions.definition(companion).accept(code));
          int coroutine = parameterSlots(method.access, method.desc);
          PlainEntryEmitter.callBody(
              code, analysis, c -> c.load(coroutine, InstructionAdapter.OBJECT_TYPE));
          code.areturn(Type.getReturnType(method.desc));
        });
  }

  private boolean isOverridable(MethodNode method) {
    return (method.access & FIXED) == 0 && (type.access & Opcodes.ACC_FINAL) == 0;
  }

  /** The twin of a method whose plain form does it all: one without a body, or an override. */
  MethodNode twinOfPlain(MethodNode method) {
    return twin(
        method.access & ~Opcodes.ACC_SYNCHRONIZED,
        method.name,
        method.desc,
        exceptions(method),
        code -> {
          boolean concrete = (method.access & Opcodes.ACC_ABSTRACT) == 0;
          callPlain(code, method.access, method.name, method.desc, concrete);
        });
  }

  /** The twin of a method that the class only inherits. */
  MethodNode twinOfInherited(String name, String descriptor) {
    return twin(
        Opcodes.ACC_PUBLIC,
        name,
        descriptor,
        NONE,
        code -> callPlain(code, Opcodes.ACC_PUBLIC, name, descriptor, false));
  }

  private MethodNode twin(
      int access, String name, String descriptor, String[] exceptions, CodeBlock code) {
    MethodNode twin =
        new MethodNode(
            (access & ~NOT_OF_TWINS) | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE,
            name,
            RuntimeNames.twinDescriptor(descriptor),
            null,
            exceptions);
    code.write(new InstructionAdapter(twin));
    return twin;
  }

  /** A proxy of an interface wraps what its method does not declare, the twin's too. */
  private static String[] exceptions(MethodNode method) {
    return method.exceptions.toArray(NONE);
  }

  /** How many locals the parameters of a method take, {@code this} included. */
  static int parameterSlots(int access, String descriptor) {
    int slots = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    return (access & Opcodes.ACC_STATIC) != 0 ? slots - 1 : slots;
  }

  /**
   * A subclass that was already being loaded may override the plain method without a twin. And a
   * class that is transformed once more may be so to mock its objects, by code put into the plain
   * method: then the class of the object tells nothing.
   */
  private void callHiddenOverride(InstructionAdapter code, MethodNode method) {
    Label own = new Label();
    Type self = Type.getObjectType(type.name);
    if (!isInterface() && !again) {
      code.load(0, InstructionAdapter.OBJECT_TYPE);
      code.invokevirtual("java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
      code.tconst(self);
      code.ifacmpeq(own);
    }
    OverridesEmitter.push(code, type.name, method, companions);
    code.load(0, InstructionAdapter.OBJECT_TYPE);
    code.invokevirtual(OVERRIDES, "hidden", "(Ljava/lang/Object;)Z", false);
    code.ifeq(own);
    callPlain(code, method.access, method.name, method.desc, false);
    code.mark(own);
    twinFrame(code, method);
  }

  private void twinFrame(InstructionAdapter code, MethodNode method) {
    List<Object> locals = new ArrayList<>();
    locals.add(type.name);
    locals.addAll(VerificationType.itemsOfParameters(RuntimeNames.twinDescriptor(method.desc)));
    code.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), 0, new Object[0]);
  }

  /** Calls the plain method and returns; this class's own one, or whichever overrides it. */
  private void callPlain(
      InstructionAdapter code, int access, String name, String descriptor, boolean own) {
    int local = 0;
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    if (!isStatic) {
      code.load(local++, InstructionAdapter.OBJECT_TYPE);
    }
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      code.load(local, parameter);
      local += parameter.getSize();
    }
    int opcode = own ? Opcodes.INVOKESPECIAL : Opcodes.INVOKEVIRTUAL;
    if (isStatic) {
      opcode = Opcodes.INVOKESTATIC;
    } else if (!own && isInterface()) {
      opcode = Opcodes.INVOKEINTERFACE;
    }
    code.visitMethodInsn(opcode, type.name, name, descriptor, isInterface());
    code.areturn(Type.getReturnType(descriptor));
  }
}
