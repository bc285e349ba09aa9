package dev.weft.behaviour;

import dev.weft.Coroutine;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** Writes programs for {@link Differential} in bytecode, for what javac never makes. */
final class HandMade extends InstructionAdapter {
  static final Type OBJECT = OBJECT_TYPE;
  static final Type STRING = Type.getType(String.class);
  static final Type BUILDER = Type.getType(StringBuilder.class);

  private static final int MOST = 8;
  private static final String NAME = "dev.weft.behaviour.Program";

  private HandMade(MethodVisitor out) {
    super(Opcodes.ASM9, out);
  }

  /** Checks a program in a class file of today, with frames. */
  static void check(Consumer<HandMade> program) {
    check(Opcodes.V17, ClassWriter.COMPUTE_FRAMES, program);
  }

  /** Checks a program in a class file of that version. */
  static void check(int version, int options, Consumer<HandMade> program) {
    Differential.check(NAME, Map.of(NAME, classFile(version, options, program)), "program");
  }

  private static byte[] classFile(int version, int options, Consumer<HandMade> program) {
    ClassWriter type = new ClassWriter(options);
    type.visit(
        version, Opcodes.ACC_SUPER, NAME.replace('.', '/'), null, OBJECT.getInternalName(), null);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor method = type.visitMethod(access, "program", "()Ljava/lang/Object;", null, null);
    method.visitAnnotation(Type.getDescriptor(Coroutine.class), true).visitEnd();
    method.visitCode();
    program.accept(new HandMade(method));
    method.visitMaxs(MOST, MOST); // unless the writer computes them
    method.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  /** Calls {@link Trace#step}: replaces the value on the stack by itself. */
  void step(Type type) {
    boolean reference = type.getSort() >= Type.ARRAY;
    Type stepped = reference ? OBJECT : type;
    invokestatic(
        "dev/weft/behaviour/Trace", "step", Type.getMethodDescriptor(stepped, stepped), false);
    if (reference && !type.equals(OBJECT)) {
      checkcast(type);
    }
  }

  /** Pushes a text that a step returned. */
  void stepped(String text) {
    aconst(text);
    step(STRING);
  }

  /** Steps with no effect on the stack. */
  void pause(String text) {
    aconst(text);
    step(OBJECT);
    pop();
  }

  /** Calls the constructor of StringBuilder with these arguments. */
  void initBuilder(Type... arguments) {
    String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, arguments);
    invokespecial(BUILDER.getInternalName(), "<init>", descriptor, false);
  }

  /** Appends the value on the stack to the builder below it. */
  void append(Type type) {
    String descriptor = Type.getMethodDescriptor(BUILDER, type);
    invokevirtual(BUILDER.getInternalName(), "append", descriptor, false);
  }

  /** Replaces the object on the stack by its text. */
  void text() {
    invokevirtual(OBJECT.getInternalName(), "toString", "()Ljava/lang/String;", false);
  }

  /** Covers a range. */
  void catches(Label start, Label end, Label handler, Class<?> type) {
    visitTryCatchBlock(start, end, handler, type == null ? null : Type.getInternalName(type));
  }

  /** Returns the object on the stack. */
  void giveBack() {
    areturn(OBJECT);
  }
}
