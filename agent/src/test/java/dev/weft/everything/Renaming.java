package dev.weft.everything;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The names under which class files are looked at.
 *
 * <p>No loader of ours may define classes of the JDK. So they are copied: all get other names,
 * wherever they are named, so that the copies are verified against each other. The classes that the
 * verifier itself knows keep their names, and their copies are not looked at.
 */
final class Renaming {
  /** Leaves all names as they are. */
  static final Renaming NONE = new Renaming("");

  /** Copies the JDK's classes. */
  static final Renaming JDK = new Renaming("copied/");

  private static final List<String> OURS = List.of("dev/weft/");

  private static final Set<String> KNOWN_TO_THE_VERIFIER =
      Set.of(
          "java/io/Serializable",
          "java/lang/Class",
          "java/lang/Cloneable",
          "java/lang/Object",
          "java/lang/String",
          "java/lang/Throwable",
          "java/lang/invoke/MethodHandle",
          "java/lang/invoke/MethodType");

  private final String prefix;

  private Renaming(String prefix) {
    this.prefix = prefix;
  }

  /** Whether a class, by its own internal name, can be looked at. */
  boolean covers(String type) {
    return prefix.isEmpty() || !KNOWN_TO_THE_VERIFIER.contains(type);
  }

  /** The new name of a class, by its own. */
  String name(String type) {
    boolean kept = KNOWN_TO_THE_VERIFIER.contains(type) || OURS.stream().anyMatch(type::startsWith);
    return kept ? type : prefix + type;
  }

  /** The own name of a class, by its new one; the same if it has none. */
  String originalOf(String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** A class file with new names. */
  byte[] apply(byte[] classFile) {
    if (prefix.isEmpty()) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(0);
    Remapper names =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String type) {
            return name(type);
          }
        };
    new ClassReader(classFile).accept(new ClassRemapper(unsealed(writer), names), 0);
    return writer.toByteArray();
  }

  /** Sealed classes of modules may have subclasses in other packages; those of copies may not. */
  private static ClassVisitor unsealed(ClassWriter writer) {
    return new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public void visitPermittedSubclass(String permittedSubclass) {}
    };
  }
}
