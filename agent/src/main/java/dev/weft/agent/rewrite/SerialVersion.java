package dev.weft.agent.rewrite;

import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.model.ClassInfo;
import java.io.Serializable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Keeps the default serialVersionUID of a class, which counts its methods and would change with
 * those that weaving adds.
 */
final class SerialVersion {
  private static final String FIELD = "serialVersionUID";
  private static final int WITHOUT = Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD;

  private SerialVersion() {}

  /** Declares the version that the class had, if it can be serialised and does not declare one. */
  static void keep(ClassNode type, byte[] original, ClassIndex index) {
    boolean declared = type.fields.stream().anyMatch(field -> field.name.equals(FIELD));
    if (declared || (type.access & WITHOUT) != 0 || !isSerializable(type.name, index)) {
      return;
    }
    ClassNode versioned = new ClassNode();
    new ClassReader(original).accept(new SerialVersionUIDAdder(versioned), ClassReader.SKIP_CODE);
    for (FieldNode field : versioned.fields) {
      if (field.name.equals(FIELD)) {
        type.fields.add(field);
      }
    }
  }

  private static boolean isSerializable(String name, ClassIndex index) {
    return index.hierarchy(name).stream()
        .map(ClassInfo::supertypes)
        .anyMatch(types -> types.stream().anyMatch(SerialVersion::isSerializableJdkType));
  }

  /** The JDK's classes may be loaded: they are the same for everybody. */
  private static boolean isSerializableJdkType(String name) {
    if (!ClassIndex.isJdk(name) || name.equals("java/lang/Object")) {
      return false;
    }
    try {
      Class<?> type = Class.forName(name.replace('/', '.'), false, null);
      return Serializable.class.isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      return false; // not in the boot loader: an exported API without serialisable base classes
    }
  }
}
