package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;
import static dev.weft.agent.rewrite.model.RuntimeNames.FRAME_TYPE;

import dev.weft.agent.rewrite.model.Conversions;
import dev.weft.agent.rewrite.model.CoroutineLambda;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/**
 * Emits the class of a lambda whose interface's method is a subroutine: what {@code
 * LambdaMetafactory} would make, and a twin of each method. Both run the body that weaving made of
 * the lambda's code.
 */
final class LambdaClassEmitter {
  private static final Type OBJECT = InstructionAdapter.OBJECT_TYPE;
  private static final String SERIALIZED = "java/lang/invoke/SerializedLambda";

  private final CoroutineLambda lambda;
  private final Handle body;
  private final String owner;
  private final String name;
  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  private LambdaClassEmitter(CoroutineLambda lambda, String owner, String name) {
    this.lambda = lambda;
    this.body = lambda.code();
    this.owner = owner;
    this.name = name;
  }

  /**
   * Emits the class.
   *
   * @param lambda the lambda
   * @param owner the woven class
   * @param name the name of the lambda's class
   */
  static byte[] emit(CoroutineLambda lambda, String owner, String name) {
    return new LambdaClassEmitter(lambda, owner, name).emit();
  }

  private byte[] emit() {
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    type.visit(Opcodes.V17, access, name, null, OBJECT.getInternalName(), interfaces());
    List<Type> captured = lambda.captured();
    for (int i = 0; i < captured.size(); i++) {
      int flags = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      type.visitField(flags, field(i), captured.get(i).getDescriptor(), null, null).visitEnd();
    }
    method(0, "<init>", constructorDescriptor(), this::constructor);
    method(Opcodes.ACC_STATIC, "create", lambda.site().desc, this::create);
    Set<Type> signatures = new LinkedHashSet<>(Set.of(lambda.erased()));
    signatures.addAll(lambda.bridges());
    signatures.forEach(this::methods);
    if (lambda.serializable()) {
      method(Opcodes.ACC_PRIVATE, "writeReplace", "()Ljava/lang/Object;", this::writeReplace);
    }
    type.visitEnd();
    return type.toByteArray();
  }

  private String[] interfaces() {
    Set<String> interfaces = new LinkedHashSet<>();
    interfaces.add(lambda.interfaceType().getInternalName());
    lambda.markers().forEach(marker -> interfaces.add(marker.getInternalName()));
    if (lambda.serializable()) {
      interfaces.add("java/io/Serializable");
    }
    return interfaces.toArray(String[]::new);
  }

  private static String field(int index) {
    return "captured" + index;
  }

  private String constructorDescriptor() {
    return lambda.site().desc.replaceFirst("\\).*", ")V");
  }

  @FunctionalInterface
  private interface Code {
    void write(InstructionAdapter code);
  }

  private void method(int access, String method, String descriptor, Code code) {
    MethodVisitor visitor = type.visitMethod(access, method, descriptor, null, null);
    visitor.visitCode();
    code.write(new InstructionAdapter(visitor));
    visitor.visitMaxs(0, 0);
    visitor.visitEnd();
  }

  private void constructor(InstructionAdapter code) {
    code.load(0, OBJECT);
    code.invokespecial(OBJECT.getInternalName(), "<init>", "()V", false);
    int parameter = 1;
    for (int i = 0; i < lambda.captured().size(); i++) {
      Type captured = lambda.captured().get(i);
      code.load(0, OBJECT);
      code.load(parameter, captured);
      code.putfield(name, field(i), captured.getDescriptor());
      parameter += captured.getSize();
    }
    code.areturn(Type.VOID_TYPE);
  }

  private void create(InstructionAdapter code) {
    code.anew(Type.getObjectType(name));
    code.dup();
    int parameter = 0;
    for (Type captured : lambda.captured()) {
      code.load(parameter, captured);
      parameter += captured.getSize();
    }
    code.invokespecial(name, "<init>", constructorDescriptor(), false);
    code.areturn(OBJECT);
  }

  private void methods(Type signature) {
    String descriptor = signature.getDescriptor();
    method(Opcodes.ACC_PUBLIC, lambda.method(), descriptor, code -> run(code, signature, false));
    String twin = RuntimeNames.twinDescriptor(descriptor);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
    method(access, lambda.method(), twin, code -> run(code, signature, true));
  }

  private void run(InstructionAdapter code, Type signature, boolean twin) {
    Type[] given = signature.getArgumentTypes();
    code.aconst(null);
    if (twin) {
      code.load(1 + (Type.getArgumentsAndReturnSizes(signature.getDescriptor()) >> 2) - 1, OBJECT);
    } else {
      code.getstatic(COROUTINE, "NONE", COROUTINE_TYPE);
    }
    for (int i = 0; i < lambda.captured().size(); i++) {
      code.load(0, OBJECT);
      code.getfield(name, field(i), lambda.captured().get(i).getDescriptor());
    }
    Type[] instantiated = lambda.instantiated().getArgumentTypes();
    Type[] expected = Type.getArgumentTypes(body.getDesc());
    int firstExpected = expected.length - given.length;
    int parameter = 1;
    for (int i = 0; i < given.length; i++) {
      code.load(parameter, given[i]);
      parameter += given[i].getSize();
      Conversions.convert(code, given[i], instantiated[i]);
      Conversions.convert(code, instantiated[i], expected[firstExpected + i]);
    }
    code.invokestatic(owner, body.getName(), bodyDescriptor(lambda, owner), body.isInterface());
    Type result = Type.getReturnType(body.getDesc());
    Conversions.convert(code, result, signature.getReturnType());
    code.areturn(signature.getReturnType());
  }

  /** The descriptor of the body that weaving makes of a lambda's code. */
  static String bodyDescriptor(CoroutineLambda lambda, String owner) {
    boolean isStatic = lambda.code().getTag() == Opcodes.H_INVOKESTATIC;
    String self = isStatic ? "" : Type.getObjectType(owner).getDescriptor();
    return "(" + FRAME_TYPE + COROUTINE_TYPE + self + lambda.code().getDesc().substring(1);
  }

  /** As the serialisation of lambdas has it; the handle is the one that the source refers to. */
  private void writeReplace(InstructionAdapter code) {
    Handle implementation = lambda.implementation();
    code.anew(Type.getObjectType(SERIALIZED));
    code.dup();
    code.tconst(Type.getObjectType(owner));
    code.aconst(lambda.interfaceType().getInternalName());
    code.aconst(lambda.method());
    code.aconst(lambda.erased().getDescriptor());
    code.iconst(implementation.getTag());
    code.aconst(implementation.getOwner());
    code.aconst(implementation.getName());
    code.aconst(implementation.getDesc());
    code.aconst(lambda.instantiated().getDescriptor());
    code.iconst(lambda.captured().size());
    code.newarray(OBJECT);
    for (int i = 0; i < lambda.captured().size(); i++) {
      code.dup();
      code.iconst(i);
      code.load(0, OBJECT);
      code.getfield(name, field(i), lambda.captured().get(i).getDescriptor());
      Conversions.box(code, lambda.captured().get(i));
      code.astore(OBJECT);
    }
    String text = "Ljava/lang/String;";
    code.invokespecial(
        SERIALIZED,
        "<init>",
        "(Ljava/lang/Class;"
            + text
            + text
            + text
            + "I"
            + text
            + text
            + text
            + text
            + "[Ljava/lang/Object;)V",
        false);
    code.areturn(OBJECT);
  }
}
