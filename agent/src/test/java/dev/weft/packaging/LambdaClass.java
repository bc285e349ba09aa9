package dev.weft.packaging;

import static org.objectweb.asm.Type.INT_TYPE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The lambdas of one class, as a class that implements all of their interfaces. A number tells
 * which of them an object is, and fields hold what that has captured.
 */
final class LambdaClass {
  private static final int ACCESS = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Method CONSTRUCTOR = new Method("<init>", "(I)V");
  private static final String NUMBER = "number";

  private final ClassNode type = new ClassNode();
  private final Type self;
  private final List<Lambda> lambdas = new ArrayList<>();

  /** Makes an empty one, in the nest of its host. */
  LambdaClass(ClassNode host) {
    self = Type.getObjectType(host.name + "$Lambdas");
    type.visit(host.version, ACCESS, self.getInternalName(), null, OBJECT.getInternalName(), null);
    type.nestHostClass = host.nestHostClass == null ? host.name : host.nestHostClass;
  }

  /** Replaces the instructions of a class that make lambdas; tells whether there were any. */
  boolean takeFrom(ClassNode host) {
    for (MethodNode method : host.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (Lambda.isMadeBy(instruction)) {
          method.instructions.set(instruction, take((InvokeDynamicInsnNode) instruction));
        }
      }
    }
    return !lambdas.isEmpty();
  }

  private MethodInsnNode take(InvokeDynamicInsnNode site) {
    Lambda lambda = Lambda.of(lambdas.size(), site);
    lambdas.add(lambda);
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        self.getInternalName(),
        lambda.factory().getName(),
        lambda.factory().getDescriptor(),
        false);
  }

  /** The class of all lambdas taken. */
  ClassNode make() {
    addFields();
    addConstructor();
    Map<Method, List<Lambda>> byMethod = new LinkedHashMap<>();
    for (Lambda lambda : lambdas) {
      if (!type.interfaces.contains(lambda.type())) {
        type.interfaces.add(lambda.type());
      }
      addFactory(lambda);
      byMethod.computeIfAbsent(lambda.implemented(), method -> new ArrayList<>()).add(lambda);
    }
    byMethod.forEach(this::addMethod);
    return type;
  }

  private void addFields() {
    type.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, NUMBER, "I", null, null);
    int most = lambdas.stream().mapToInt(lambda -> lambda.captured().length).max().orElse(0);
    for (int i = 0; i < most; i++) {
      type.visitField(Opcodes.ACC_PRIVATE, field(i), OBJECT.getDescriptor(), null, null);
    }
  }

  private static String field(int captured) {
    return "captured" + captured;
  }

  private GeneratorAdapter method(int access, Method method) {
    return new GeneratorAdapter(
        access,
        method,
        type.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
  }

  private void addConstructor() {
    GeneratorAdapter code = method(Opcodes.ACC_PRIVATE, CONSTRUCTOR);
    code.loadThis();
    code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
    code.loadThis();
    code.loadArg(0);
    code.putField(self, NUMBER, INT_TYPE);
    code.returnValue();
    code.endMethod();
  }

  private void addFactory(Lambda lambda) {
    GeneratorAdapter code = method(Opcodes.ACC_STATIC, lambda.factory());
    code.newInstance(self);
    code.dup();
    code.push(lambda.number());
    code.invokeConstructor(self, CONSTRUCTOR);
    for (int i = 0; i < lambda.captured().length; i++) {
      code.dup();
      code.loadArg(i);
      code.valueOf(lambda.captured()[i]);
      code.putField(self, field(i), OBJECT);
    }
    code.returnValue();
    code.endMethod();
  }

  private void addMethod(Method method, List<Lambda> implementing) {
    GeneratorAdapter code = method(Opcodes.ACC_PUBLIC, method);
    MethodNode body = type.methods.get(type.methods.size() - 1);
    Label[] cases = implementing.stream().map(lambda -> new Label()).toArray(Label[]::new);
    code.loadThis();
    code.getField(self, NUMBER, INT_TYPE);
    code.visitLookupSwitchInsn(
        cases[0], implementing.stream().mapToInt(Lambda::number).toArray(), cases);
    for (int i = 0; i < cases.length; i++) {
      code.visitLabel(cases[i]);
      body.visitFrame(Opcodes.F_SAME, 0, null, 0, null); // the adapter takes another notation only
      call(code, implementing.get(i));
    }
    code.endMethod();
  }

  private void call(GeneratorAdapter code, Lambda lambda) {
    if (lambda.isConstructor()) {
      code.newInstance(Type.getObjectType(lambda.code().getOwner()));
      code.dup();
    }
    Type[] captured = lambda.captured();
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(self, field(i), OBJECT);
      code.unbox(captured[i]);
    }
    List<Type> taken = lambda.taken();
    for (int i = 0; i + captured.length < taken.size(); i++) {
      code.loadArg(i);
      Type given = lambda.instantiated().getArgumentTypes()[i];
      Conversion.cast(code, lambda.implemented().getArgumentTypes()[i], given);
      Conversion.convert(code, given, taken.get(i + captured.length));
    }
    code.visitMethodInsn(
        lambda.opcode(),
        lambda.code().getOwner(),
        lambda.code().getName(),
        lambda.code().getDesc(),
        lambda.code().isInterface());
    Conversion.convertResult(code, lambda.returned(), lambda.implemented().getReturnType());
    code.returnValue();
  }
}
