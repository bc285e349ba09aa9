package dev.weft.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives class files of old versions, which ASM's are, stack maps: without them the JVM has to infer
 * the types in each method (JVMS 4.10.2), and loads another verifier to do so.
 */
final class StackMaps {
  /** Where the major version stands, two bytes (JVMS 4.1). */
  private static final int MAJOR = 6;

  private static final String EXTENSION = ".class";
  private static final String OBJECT = "java/lang/Object";

  private final Map<String, byte[]> files;

  /** Takes files by their names, class files among them. */
  StackMaps(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Adds them to all class files that lack them. */
  void add() {
    files.replaceAll((name, file) -> name.endsWith(EXTENSION) ? withMaps(file) : file);
  }

  private byte[] withMaps(byte[] file) {
    if (new ClassReader(file).readUnsignedShort(MAJOR) >= Opcodes.V1_7) {
      return file;
    }
    byte[] newer = file.clone();
    newer[MAJOR + 1] = Opcodes.V17;
    ClassWriter writer = new HierarchyWriter();
    new ClassReader(newer).accept(writer, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** Asks the files, and for what is not among them the JDK, where two types join. */
  private final class HierarchyWriter extends ClassWriter {
    HierarchyWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      Set<String> common = superclasses(one);
      common.retainAll(superclasses(other));
      return common.iterator().next();
    }

    /** With the class itself, the nearest first. An interface has none but Object. */
    private Set<String> superclasses(String name) {
      Set<String> all = new LinkedHashSet<>();
      ClassReader type = read(name);
      while (type != null && (type.getAccess() & Opcodes.ACC_INTERFACE) == 0) {
        all.add(type.getClassName());
        type = type.getSuperName() == null ? null : read(type.getSuperName());
      }
      all.add(OBJECT);
      return all;
    }

    private ClassReader read(String name) {
      String file = name + EXTENSION;
      byte[] own = files.get(file);
      return new ClassReader(own == null ? readFromJdk(file) : own);
    }
  }

  private static byte[] readFromJdk(String file) {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("neither in the jar nor in the JDK: " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
