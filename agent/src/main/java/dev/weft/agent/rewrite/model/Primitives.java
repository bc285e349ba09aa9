package dev.weft.agent.rewrite.model;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** Emits what turns primitive values into raw bits, which is how results are handed over. */
public final class Primitives {
  private Primitives() {}

  /** Turns a value into a long; does nothing for references and void. */
  public static void toBits(InstructionAdapter code, Type type) {
    switch (type.getSort()) {
      case Type.FLOAT -> {
        code.invokestatic("java/lang/Float", "floatToRawIntBits", "(F)I", false);
        code.cast(Type.INT_TYPE, Type.LONG_TYPE);
      }
      case Type.DOUBLE ->
          code.invokestatic("java/lang/Double", "doubleToRawLongBits", "(D)J", false);
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT ->
          code.cast(Type.INT_TYPE, Type.LONG_TYPE);
      default -> {}
    }
  }

  /** Turns a long into a value; drops what stands for void; does nothing for references. */
  public static void fromBits(InstructionAdapter code, Type type) {
    switch (type.getSort()) {
      case Type.VOID -> code.pop();
      case Type.FLOAT -> {
        code.cast(Type.LONG_TYPE, Type.INT_TYPE);
        code.invokestatic("java/lang/Float", "intBitsToFloat", "(I)F", false);
      }
      case Type.DOUBLE -> code.invokestatic("java/lang/Double", "longBitsToDouble", "(J)D", false);
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT ->
          code.cast(Type.LONG_TYPE, Type.INT_TYPE);
      default -> {}
    }
  }

  /** Whether a value is handed over as bits. */
  public static boolean isPrimitive(Type type) {
    return type.getSort() != Type.VOID && type.getSort() < Type.ARRAY;
  }
}
