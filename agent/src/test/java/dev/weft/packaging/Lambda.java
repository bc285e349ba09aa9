package dev.weft.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A lambda or method reference, as its invokedynamic instruction describes it.
 *
 * @param number its number among those of its class
 * @param factory takes what it captures and returns the lambda
 * @param implemented the method of the interface, erased
 * @param instantiated the same, with the types that the lambda is given and gives
 * @param code what it calls
 */
record Lambda(int number, Method factory, Method implemented, Method instantiated, Handle code) {
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  /** Whether an instruction makes a lambda; one that can be serialised stays as it is. */
  static boolean isMadeBy(AbstractInsnNode instruction) {
    return instruction instanceof InvokeDynamicInsnNode site
        && site.bsm.getOwner().equals(METAFACTORY)
        && site.bsm.getName().equals("metafactory");
  }

  /** The lambda that an instruction makes. */
  static Lambda of(int number, InvokeDynamicInsnNode site) {
    return new Lambda(
        number,
        new Method("of" + number, site.desc),
        new Method(site.name, ((Type) site.bsmArgs[0]).getDescriptor()),
        new Method(site.name, ((Type) site.bsmArgs[2]).getDescriptor()),
        (Handle) site.bsmArgs[1]);
  }

  /** The interface. */
  String type() {
    return factory.getReturnType().getInternalName();
  }

  /** What it captures. */
  Type[] captured() {
    return factory.getArgumentTypes();
  }

  /** Whether it makes an object. */
  boolean isConstructor() {
    return code.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  /** What the code takes, the receiver included. */
  List<Type> taken() {
    List<Type> taken = new ArrayList<>(List.of(Type.getArgumentTypes(code.getDesc())));
    if (code.getTag() != Opcodes.H_INVOKESTATIC && !isConstructor()) {
      taken.add(0, Type.getObjectType(code.getOwner()));
    }
    return taken;
  }

  /** What the code evaluates to. */
  Type returned() {
    return isConstructor()
        ? Type.getObjectType(code.getOwner())
        : Type.getReturnType(code.getDesc());
  }

  /** The instruction that calls the code from a class of the same nest. */
  int opcode() {
    return switch (code.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> code.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }
}
