package dev.weft.agent.rewrite;

import static java.util.Comparator.comparingInt;

import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads and writes class files of all versions so that the stages see but one kind. */
final class ClassFileFormat {
  private static final int MAJOR = 0xFFFF;
  private static final String OBJECT = "java/lang/Object";

  private final ClassIndex index;

  ClassFileFormat(ClassIndex index) {
    this.index = index;
  }

  /** Reads a class file, with stack map frames for all methods and without jsr. */
  ClassNode read(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    int version = reader.readInt(4) & MAJOR;
    ClassNode type = new ClassNode();
    if (version <= Opcodes.V1_6) {
      new ClassReader(withFrames(reader)).accept(type, ClassReader.EXPAND_FRAMES);
    } else {
      reader.accept(type, ClassReader.EXPAND_FRAMES);
    }
    return type;
  }

  /** Version 6 may lack frames, and older ones have none (JVMS 4.10). */
  private byte[] withFrames(ClassReader reader) {
    ClassWriter writer = new HierarchyWriter(ClassWriter.COMPUTE_FRAMES);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor target =
                super.visitMethod(access, name, descriptor, signature, exceptions);
            return new JSRInlinerAdapter(target, access, name, descriptor, signature, exceptions);
          }
        },
        ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /**
   * Writes a class that has been changed.
   *
   * @param type the class
   * @param original the class file that it was read from
   * @return the class file
   * @throws TooLargeException if some of its methods have become too large
   */
  byte[] write(ClassNode type, byte[] original) {
    if ((type.version & MAJOR) < Opcodes.V1_8) {
      type.version = Opcodes.V1_8; // interfaces get default and static methods
    }
    SerialVersion.keep(type, original, index);
    ClassWriter writer = new HierarchyWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    try {
      return writer.toByteArray();
    } catch (IndexOutOfBoundsException e) { // among them ASM's own MethodTooLargeException
      throw new TooLargeException(unwritable(type), e);
    }
  }

  /**
   * The methods that ASM cannot write. Where jumps are too far for 16 bits it reads its own output
   * once more to widen them, and that goes wrong in some methods that are close to 64 KB. All are
   * found at once, since the class has to be woven anew without them. A method that fails in its
   * class need not fail alone, where constants have other numbers; then it is taken to be the
   * longest of those that weaving has made.
   */
  private Set<String> unwritable(ClassNode type) {
    Set<String> found =
        type.methods.stream()
            .filter(method -> hasFarJumps(method) && !isWritable(type, method))
            .map(ClassFileFormat::nameOf)
            .collect(Collectors.toSet());
    return found.isEmpty() ? Set.of(longestBody(type)) : found;
  }

  private static String longestBody(ClassNode type) {
    return type.methods.stream()
        .filter(method -> method.desc.startsWith("(" + RuntimeNames.FRAME_TYPE))
        .max(comparingInt(method -> method.instructions.size()))
        .map(ClassFileFormat::nameOf)
        .orElseThrow();
  }

  private static String nameOf(MethodNode method) {
    return method.name + method.desc;
  }

  private static boolean hasFarJumps(MethodNode method) {
    CodeSizeEvaluator size = new CodeSizeEvaluator(null);
    method.accept(size);
    return size.getMaxSize() > Short.MAX_VALUE;
  }

  private boolean isWritable(ClassNode type, MethodNode method) {
    ClassWriter writer = new HierarchyWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(type.version, type.access, type.name, null, type.superName, null);
    method.accept(writer);
    try {
      writer.toByteArray();
      return true;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** A writer that asks the index, and never loads a class, where two types join. */
  private final class HierarchyWriter extends ClassWriter {
    HierarchyWriter(int flags) {
      super(flags);
      // ASM's own are for untrusted input, and woven methods close to 64 KB go past them.
      setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      List<String> superclasses = index.superclasses(one);
      return index.superclasses(other).stream()
          .filter(superclasses::contains)
          .findFirst()
          .orElse(OBJECT);
    }
  }
}
