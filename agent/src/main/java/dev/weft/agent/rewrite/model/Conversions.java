package dev.weft.agent.rewrite.model;

import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Emits the conversions by which a lambda's interface and its code may differ, as {@code
 * LambdaMetafactory} allows them: casts, boxing, unboxing and widening.
 */
public final class Conversions {
  private static final Map<Type, String> WRAPPERS =
      Map.of(
          Type.BOOLEAN_TYPE, "java/lang/Boolean",
          Type.BYTE_TYPE, "java/lang/Byte",
          Type.CHAR_TYPE, "java/lang/Character",
          Type.SHORT_TYPE, "java/lang/Short",
          Type.INT_TYPE, "java/lang/Integer",
          Type.LONG_TYPE, "java/lang/Long",
          Type.FLOAT_TYPE, "java/lang/Float",
          Type.DOUBLE_TYPE, "java/lang/Double");

  private Conversions() {}

  /** Boxes a primitive value; does nothing for references. */
  public static void box(InstructionAdapter code, Type type) {
    if (Primitives.isPrimitive(type)) {
      code.invokestatic(WRAPPERS.get(type), "valueOf", boxDescriptor(type), false);
    }
  }

  /** Whether a call does what {@link #box} emits for the type of its argument. */
  public static boolean boxes(MethodInsnNode call) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    return call.name.equals("valueOf")
        && arguments.length == 1
        && call.owner.equals(WRAPPERS.get(arguments[0]))
        && call.desc.equals(boxDescriptor(arguments[0]));
  }

  /** Whether a call takes a value out of its box. */
  public static boolean unboxes(MethodInsnNode call) {
    return WRAPPERS.containsValue(call.owner)
        && call.name.endsWith("Value")
        && call.desc.startsWith("()");
  }

  private static String boxDescriptor(Type type) {
    return "(" + type.getDescriptor() + ")L" + WRAPPERS.get(type) + ";";
  }

  /** Converts a value from one type to another. */
  public static void convert(InstructionAdapter code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (to.getSort() == Type.VOID) {
      drop(code, from);
    } else if (Primitives.isPrimitive(from)) {
      fromPrimitive(code, from, to);
    } else if (Primitives.isPrimitive(to)) {
      unbox(code, from, to);
    } else if (!to.equals(InstructionAdapter.OBJECT_TYPE)) {
      code.checkcast(to);
    }
  }

  private static void drop(InstructionAdapter code, Type type) {
    if (type.getSize() == 2) {
      code.pop2();
    } else if (type.getSize() == 1) {
      code.pop();
    }
  }

  private static void fromPrimitive(InstructionAdapter code, Type from, Type to) {
    if (Primitives.isPrimitive(to)) {
      code.cast(from, to);
    } else {
      box(code, from);
    }
  }

  /** A known wrapper is unboxed as what it is and widened; else it is taken for the target's. */
  private static void unbox(InstructionAdapter code, Type from, Type to) {
    Type primitive =
        WRAPPERS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(from.getInternalName()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(to);
    String wrapper = WRAPPERS.get(primitive);
    code.checkcast(Type.getObjectType(wrapper));
    code.invokevirtual(
        wrapper, primitive.getClassName() + "Value", "()" + primitive.getDescriptor(), false);
    if (!primitive.equals(to)) {
      code.cast(primitive, to);
    }
  }
}
