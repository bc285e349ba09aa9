package dev.weft.agent.rewrite.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A verification type (JVMS 4.10.1.2), in the notation of ASM's frame nodes.
 *
 * @param item an Integer of {@link Opcodes}, the internal name of a class or array, or the label of
 *     the {@code new} instruction that made an uninitialised object
 * @param site the {@code new} instruction, if the object is uninitialised and not {@code this}
 */
public record VerificationType(Object item, @Nullable AbstractInsnNode site) implements Value {
  private static final String OBJECT_TYPE = "Ljava/lang/Object;";

  /** Unusable: unassigned, or the second half of a long or double. */
  public static final VerificationType TOP = of(Opcodes.TOP);

  /** int and the smaller integral types. */
  public static final VerificationType INT = of(Opcodes.INTEGER);

  /** float. */
  public static final VerificationType FLOAT = of(Opcodes.FLOAT);

  /** long. */
  public static final VerificationType LONG = of(Opcodes.LONG);

  /** double. */
  public static final VerificationType DOUBLE = of(Opcodes.DOUBLE);

  /** The type of null. */
  public static final VerificationType NULL = of(Opcodes.NULL);

  /** Object. */
  public static final VerificationType OBJECT = of("java/lang/Object");

  /** The type of an item that is no uninitialised object. */
  public static VerificationType of(Object item) {
    return new VerificationType(item, null);
  }

  /** The type of the object that a {@code new} instruction made, before its constructor ran. */
  public static VerificationType uninitialised(LabelNode label, AbstractInsnNode site) {
    return new VerificationType(label, site);
  }

  /** The verification type of a field, parameter or result. */
  public static VerificationType of(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT -> INT;
      case Type.FLOAT -> FLOAT;
      case Type.LONG -> LONG;
      case Type.DOUBLE -> DOUBLE;
      case Type.VOID -> TOP;
      default -> of(type.getInternalName());
    };
  }

  /** The parameters of a static method with that descriptor, as items of a stack map frame. */
  public static List<Object> itemsOfParameters(String descriptor) {
    List<Object> items = new ArrayList<>();
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      items.add(of(parameter).item());
    }
    return items;
  }

  @Override
  public int getSize() {
    return item == Opcodes.LONG || item == Opcodes.DOUBLE ? 2 : 1;
  }

  /** Whether it can be neither used nor saved. */
  public boolean isTop() {
    return item == Opcodes.TOP;
  }

  /** Whether it is the type of null, which need not be saved. */
  public boolean isNull() {
    return item == Opcodes.NULL;
  }

  /** Whether it is an object whose constructor has not run, {@code this} included. */
  public boolean isUninitialised() {
    return site != null || item == Opcodes.UNINITIALIZED_THIS;
  }

  /** I, J, F, D, or A for references. */
  public char sort() {
    if (item == Opcodes.INTEGER) {
      return 'I';
    }
    if (item == Opcodes.LONG) {
      return 'J';
    }
    if (item == Opcodes.FLOAT) {
      return 'F';
    }
    return item == Opcodes.DOUBLE ? 'D' : 'A';
  }

  /** A type with the same opcodes. */
  public Type opcodes() {
    return sort() == 'A' ? Type.getObjectType("java/lang/Object") : Type.getType("" + sort());
  }

  /** The descriptor of a field that can hold it; null has that of Object. */
  public String descriptor() {
    if (sort() != 'A') {
      return "" + sort();
    }
    return item instanceof String name ? Type.getObjectType(name).getDescriptor() : OBJECT_TYPE;
  }
}
