package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.BODY_PARAMETERS;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;

import dev.weft.agent.rewrite.model.Conversions;
import dev.weft.agent.rewrite.model.CoroutineLambda;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
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

  private final CoroutineLambda lambda;
  private final Handle body;
  private final String owner;
  private final String name;
  private final ClassBuilder type;

  private LambdaClassEmitter(CoroutineLambda lambda, String owner, String name) {
    this.lambda = lambda;
    this.body = lambda.code();
    this.owner = owner;
    this.name = name;
    this.type = new ClassBuilder(name, OBJECT.getInternalName(), interfaces());
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
    captured().forEach(field -> type.field(field.field(), field.descriptor()));
    type.constructor(captured());
    type.method(Opcodes.ACC_STATIC, "create", lambda.site().desc, this::create);
    Set<Type> signatures = new LinkedHashSet<>(Set.of(lambda.erased()));
    signatures.addAll(lambda.bridges());
    signatures.forEach(this::methods);
    if (lambda.serializable()) {
      type.method(
          Opcodes.ACC_PRIVATE,
          "writeReplace",
          "()Ljava/lang/Object;",
          code -> new SerializedFormEmitter(lambda, owner).emit(code, this::loadCaptured));
    }
    return type.build();
  }

  private List<ClassBuilder.Assigned> captured() {
    List<ClassBuilder.Assigned> fields = new ArrayList<>();
    for (Type captured : lambda.captured()) {
      String name = "captured" + fields.size();
      fields.add(new ClassBuilder.Assigned(name, captured.getDescriptor()));
    }
    return fields;
  }

  private void loadCaptured(InstructionAdapter code, int index) {
    ClassBuilder.Assigned field = captured().get(index);
    type.get(code, field.field(), field.descriptor());
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

  private void create(InstructionAdapter code) {
    code.anew(Type.getObjectType(name));
    code.dup();
    int parameter = 0;
    for (Type captured : lambda.captured()) {
      code.load(parameter, captured);
      parameter += captured.getSize();
    }
    code.invokespecial(name, "<init>", ClassBuilder.constructorDescriptor(captured()), false);
    code.areturn(OBJECT);
  }

  private void methods(Type signature) {
    String descriptor = signature.getDescriptor();
    type.method(
        Opcodes.ACC_PUBLIC, lambda.method(), descriptor, code -> run(code, signature, false));
    String twin = RuntimeNames.twinDescriptor(descriptor);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
    type.method(access, lambda.method(), twin, code -> run(code, signature, true));
  }

  private void run(InstructionAdapter code, Type signature, boolean twin) {
    code.aconst(null);
    if (twin) {
      int parameters = Type.getArgumentsAndReturnSizes(signature.getDescriptor()) >> 2;
      code.load(parameters, OBJECT);
    } else {
      code.getstatic(COROUTINE, "NONE", COROUTINE_TYPE);
    }
    code.aconst(null);
    for (int i = 0; i < lambda.captured().size(); i++) {
      loadCaptured(code, i);
    }
    loadArguments(code, signature);
    code.invokestatic(owner, body.getName(), bodyDescriptor(lambda, owner), body.isInterface());
    Type result = Type.getReturnType(body.getDesc());
    Conversions.convert(code, result, signature.getReturnType());
    code.areturn(signature.getReturnType());
  }

  private void loadArguments(InstructionAdapter code, Type signature) {
    Type[] given = signature.getArgumentTypes();
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
  }

  /** The descriptor of the body that weaving makes of a lambda's code. */
  static String bodyDescriptor(CoroutineLambda lambda, String owner) {
    boolean isStatic = lambda.code().getTag() == Opcodes.H_INVOKESTATIC;
    String self = isStatic ? "" : Type.getObjectType(owner).getDescriptor();
    return BODY_PARAMETERS + self + lambda.code().getDesc().substring(1);
  }
}
