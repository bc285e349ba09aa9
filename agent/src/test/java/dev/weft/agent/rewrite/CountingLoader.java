package dev.weft.agent.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loads the weaver and ASM once more, so that they count what they do: each method entered and each
 * jump. Unlike time, that is the same on every machine and at every run.
 */
final class CountingLoader extends ClassLoader {
  /** What has been counted, by whatever thread. */
  public static final class Steps {
    private static long count;

    private Steps() {}

    /** Called by counting code. */
    public static void count() {
      count++;
    }

    static long total() {
      return count;
    }
  }

  private static final String STEPS = Type.getInternalName(Steps.class);

  CountingLoader() {
    super(CountingLoader.class.getClassLoader());
  }

  private static boolean counts(String name) {
    return !name.equals(Steps.class.getName())
        && (name.startsWith("dev.weft.agent.rewrite.") || name.startsWith("org.objectweb.asm."));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !counts(name)) {
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
      return define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] counting = counting(new ClassReader(in));
      return defineClass(name, counting, 0, counting.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static byte[] counting(ClassReader reader) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new CountingMethod(
                super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Counts when it is entered, and before each jump back. */
  private static final class CountingMethod extends MethodVisitor {
    private final Map<Label, Boolean> passed = new HashMap<>();

    CountingMethod(MethodVisitor target) {
      super(Opcodes.ASM9, target);
    }

    private void count() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "count", "()V", false);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      count();
    }

    @Override
    public void visitLabel(Label label) {
      passed.put(label, true);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.containsKey(label)) {
        count();
      }
      super.visitJumpInsn(opcode, label);
    }
  }
}
