package dev.weft.packaging;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** How what a lambda is given, and what its code gives, fits together. */
final class Conversion {
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type CHARACTER = Type.getType(Character.class);

  private Conversion() {}

  /** Emits the cast of a reference to what generics promise. */
  static void cast(GeneratorAdapter code, Type erased, Type promised) {
    if (!isPrimitive(promised) && !promised.equals(erased)) {
      code.checkCast(promised);
    }
  }

  /** Emits boxing, unboxing, or the widening of a primitive. */
  static void convert(GeneratorAdapter code, Type from, Type to) {
    if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (isPrimitive(to)) {
      Type unboxed = from.equals(CHARACTER) ? Type.CHAR_TYPE : to;
      code.unbox(unboxed);
      code.cast(unboxed, to);
    }
  }

  /** Emits the conversion of a result to what the interface declares. */
  static void convertResult(GeneratorAdapter code, Type from, Type to) {
    if (!to.equals(Type.VOID_TYPE)) {
      convert(code, from, to);
      cast(code, isPrimitive(from) ? to : OBJECT, to);
    } else if (from.getSize() == 2) {
      code.pop2();
    } else if (from.getSize() == 1) {
      code.pop();
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
