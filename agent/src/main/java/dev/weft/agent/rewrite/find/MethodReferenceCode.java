package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.Conversions;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives a method reference code of its own, as if the source had a lambda that calls the method
 * referred to; so there is but one kind of lambda to weave.
 */
final class MethodReferenceCode {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private final Handle target;
  private final MethodNode method;
  private final InstructionAdapter code;

  private MethodReferenceCode(Handle target, String name, Type signature) {
    this.target = target;
    this.method = new MethodNode(ACCESS, name, signature.getDescriptor(), null, null);
    this.code = new InstructionAdapter(method);
  }

  /**
   * Adds the code of a method reference to a class.
   *
   * @return a handle to that code
   */
  static Handle add(ClassNode type, InvokeDynamicInsnNode site, Handle target, Type instantiated) {
    List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(site.desc)));
    parameters.addAll(List.of(instantiated.getArgumentTypes()));
    Type result = instantiated.getReturnType();
    Type signature = Type.getMethodType(result, parameters.toArray(Type[]::new));
    String name = "lambda$" + target.getName().replaceAll("[<>]", "") + "$weft";
    String unique = name + type.methods.stream().filter(m -> m.name.startsWith(name)).count();
    MethodReferenceCode reference = new MethodReferenceCode(target, unique, signature);
    reference.write(parameters, result);
    type.methods.add(reference.method);
    boolean inInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
    return new Handle(
        Opcodes.H_INVOKESTATIC, type.name, unique, signature.getDescriptor(), inInterface);
  }

  private void write(List<Type> given, Type result) {
    Type owner = Type.getObjectType(target.getOwner());
    boolean makes = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    List<Type> expected = new ArrayList<>();
    if (makes) {
      code.anew(owner);
      code.dup();
    } else if (target.getTag() != Opcodes.H_INVOKESTATIC) {
      expected.add(owner);
    }
    expected.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
    int local = 0;
    for (int i = 0; i < given.size(); i++) {
      code.load(local, given.get(i));
      local += given.get(i).getSize();
      Conversions.convert(code, given.get(i), expected.get(i));
    }
    code.visitMethodInsn(
        opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    Conversions.convert(code, makes ? owner : Type.getReturnType(target.getDesc()), result);
    code.areturn(result);
    method.maxLocals = local;
    method.maxStack = 2 * local + 2; // each argument widened; and a new object, or the result
  }

  private int opcode() {
    return switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      default -> Opcodes.INVOKESPECIAL;
    };
  }
}
