package dev.weft.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;

/** Class files of old versions, with stack maps. */
class StackMapsTest {
  private static final String FILE = "p/Old.class";

  /** {@code static AbstractList make(boolean first)} makes either of two kinds of lists. */
  private static byte[] old(String first, String second) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "p/Old", null, "java/lang/Object", null);
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            "make",
            "(Z)Ljava/util/AbstractList;",
            null,
            null);
    Label other = new Label();
    Label end = new Label();
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, other);
    create(code, first);
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(other);
    create(code, second);
    code.visitLabel(end);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    return type.toByteArray();
  }

  private static void create(MethodVisitor code, String type) {
    code.visitTypeInsn(Opcodes.NEW, type);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "()V", false);
  }

  private static byte[] subclass(String name, String parent) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
    return type.toByteArray();
  }

  private static ClassNode withMaps(Map<String, byte[]> files) {
    Map<String, byte[]> changed = new HashMap<>(files);
    new StackMaps(changed).add();
    ClassNode type = new ClassNode();
    new ClassReader(changed.get(FILE)).accept(type, 0);
    return type;
  }

  private static Object typeWherePathsJoin(ClassNode type) {
    List<FrameNode> frames = new ArrayList<>();
    for (AbstractInsnNode instruction : type.methods.get(0).instructions) {
      if (instruction instanceof FrameNode frame) {
        frames.add(frame);
      }
    }
    return frames.get(frames.size() - 1).stack.get(0);
  }

  @Test
  void where_types_of_the_jdk_join() throws Exception {
    Map<String, byte[]> files =
        new HashMap<>(Map.of(FILE, old("java/util/ArrayList", "java/util/LinkedList")));
    assertThat(typeWherePathsJoin(withMaps(files))).isEqualTo("java/util/AbstractList");
    new StackMaps(files).add();
    Class<?> verified =
        new ClassLoader(null) {
          Class<?> define(byte[] file) {
            return defineClass("p.Old", file, 0, file.length);
          }
        }.define(files.get(FILE));
    assertThat(verified.getMethod("make", boolean.class).invoke(null, true))
        .isInstanceOf(ArrayList.class);
    assertThat(verified.getMethod("make", boolean.class).invoke(null, false))
        .isInstanceOf(LinkedList.class);
  }

  @Test
  void where_types_of_the_jar_join() {
    Map<String, byte[]> files =
        Map.of(
            FILE,
            old("p/Left", "p/Right"),
            "p/Left.class",
            subclass("p/Left", "p/Base"),
            "p/Right.class",
            subclass("p/Right", "p/Base"),
            "p/Base.class",
            subclass("p/Base", "java/util/ArrayList"));
    assertThat(typeWherePathsJoin(withMaps(files))).isEqualTo("p/Base");
  }

  @Test
  void newer_class_files_and_other_files_stay_as_they_are() {
    byte[] newer = subclass("p/Newer", "java/lang/Object");
    byte[] text = {1, 2, 3};
    Map<String, byte[]> files = new HashMap<>(Map.of("p/Newer.class", newer, "p/text.txt", text));
    new StackMaps(files).add();
    assertThat(files.get("p/Newer.class")).isSameAs(newer);
    assertThat(files.get("p/text.txt")).isSameAs(text);
  }
}
