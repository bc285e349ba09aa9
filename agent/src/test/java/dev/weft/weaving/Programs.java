package dev.weft.weaving;

import dev.weft.Coroutine;
import dev.weft.Generator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes a generator of a program in every form that a coroutine has, from one source.
 *
 * <p>A program is a {@code @Coroutine static Object name(List<Object> log)} of a class of tests.
 * Before that class is woven it gets, for each program,
 *
 * <ol>
 *   <li>a generator method with the same code;
 *   <li>a lambda with the same code, given to {@link Generator#of};
 *   <li>a generator method that calls the program as a subroutine, some calls below;
 *   <li>a generator method that delegates to the first.
 * </ol>
 */
public final class Programs {
  public static final String METHOD = "generator method";
  public static final String LAMBDA = "lambda";
  public static final String DEEP = "deep subroutine";
  public static final String DELEGATED = "delegated";

  private static final int DEPTH = 3;
  private static final String COROUTINE = Type.getDescriptor(Coroutine.class);
  private static final String PROGRAM = "(Ljava/util/List;)Ljava/lang/Object;";
  private static final String OPENER = "(Ljava/util/List;)Ldev/weft/Generator;";
  private static final String LAMBDA_BODY =
      "(Ljava/util/List;Ldev/weft/Yielder;)Ljava/lang/Object;";
  private static final String BODY = "(Ldev/weft/Yielder;)Ljava/lang/Object;";
  private static final Handle METAFACTORY =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/invoke/LambdaMetafactory",
          "metafactory",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  private final ClassNode type = new ClassNode();

  private Programs(byte[] classFile) {
    new ClassReader(classFile).accept(type, ClassReader.EXPAND_FRAMES);
  }

  /**
   * A new generator that runs a program.
   *
   * @param form the form
   * @param type the class of tests, woven
   * @param program the name of the program
   * @param log what the program is given
   * @return the generator, not started
   */
  @SuppressWarnings("unchecked")
  public static Generator<Object, Object, Object> open(
      String form, Class<?> type, String program, List<Object> log) {
    try {
      Method opener = type.getDeclaredMethod(program + " " + form, List.class);
      opener.setAccessible(true);
      return (Generator<Object, Object, Object>) opener.invoke(null, log);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(program + " as " + form, e);
    }
  }

  /** The class file of a class of tests, with every form of its programs. */
  static byte[] addForms(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return new Programs(in.readAllBytes()).addForms();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] addForms() {
    for (MethodNode method : List.copyOf(type.methods)) {
      if (method.desc.equals(PROGRAM) && isCoroutine(method)) {
        addGeneratorMethod(method);
        addLambda(method);
        addDeepSubroutine(method.name);
        addDelegating(method.name);
      }
    }
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static boolean isCoroutine(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(a -> a.desc.equals(COROUTINE));
  }

  private void addGeneratorMethod(MethodNode program) {
    MethodNode copy = added(program.name + " " + METHOD, OPENER, false);
    program.accept(copy);
    copy.visibleAnnotations = List.of(new AnnotationNode(COROUTINE));
    for (AbstractInsnNode instruction : copy.instructions.toArray()) {
      if (instruction.getOpcode() == Opcodes.ARETURN) {
        copy.instructions.insertBefore(instruction, done());
      }
    }
  }

  private void addLambda(MethodNode program) {
    MethodNode body = added("lambda$" + program.name, LAMBDA_BODY, false);
    body.access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    program.accept(body);
    body.visibleAnnotations = null;
    makeRoomForYielder(body);
    MethodNode opener = added(program.name + " " + LAMBDA, OPENER, false);
    opener.maxStack = 1;
    opener.maxLocals = 1;
    Handle handle = new Handle(Opcodes.H_INVOKESTATIC, type.name, body.name, body.desc, isFace());
    opener.visitVarInsn(Opcodes.ALOAD, 0);
    opener.instructions.add(
        new InvokeDynamicInsnNode(
            "run",
            "(Ljava/util/List;)Ldev/weft/Body;",
            METAFACTORY,
            Type.getMethodType(BODY),
            handle,
            Type.getMethodType(BODY)));
    String of = "(Ldev/weft/Body;)Ldev/weft/Generator;";
    opener.visitMethodInsn(Opcodes.INVOKESTATIC, "dev/weft/Generator", "of", of, true);
    opener.visitInsn(Opcodes.ARETURN);
  }

  private boolean isFace() {
    return (type.access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Variables after the first move up by one. */
  private static void makeRoomForYielder(MethodNode body) {
    body.maxLocals++;
    for (AbstractInsnNode instruction : body.instructions) {
      if (instruction instanceof VarInsnNode access && access.var > 0) {
        access.var++;
      } else if (instruction instanceof IincInsnNode increment && increment.var > 0) {
        increment.var++;
      } else if (instruction instanceof FrameNode frame) {
        frame.local = new ArrayList<>(frame.local);
        frame.local.add(1, "dev/weft/Yielder");
      }
    }
    body.localVariables.stream().filter(v -> v.index > 0).forEach(v -> v.index++);
  }

  private void addDeepSubroutine(String program) {
    String callee = program;
    for (int i = 1; i < DEPTH; i++) {
      MethodNode caller = added(program + "$" + i, PROGRAM, true);
      call(caller, callee, PROGRAM);
      caller.visitInsn(Opcodes.ARETURN);
      callee = caller.name;
    }
    MethodNode opener = added(program + " " + DEEP, OPENER, true);
    call(opener, callee, PROGRAM);
    opener.instructions.add(done());
    opener.visitInsn(Opcodes.ARETURN);
  }

  private void addDelegating(String program) {
    MethodNode opener = added(program + " " + DELEGATED, OPENER, true);
    call(opener, program + " " + METHOD, OPENER);
    String yieldFrom = "(Ldev/weft/Generator;)Ljava/lang/Object;";
    opener.visitMethodInsn(
        Opcodes.INVOKESTATIC, "dev/weft/Coroutines", "yieldFrom", yieldFrom, false);
    opener.instructions.add(done());
    opener.visitInsn(Opcodes.ARETURN);
  }

  private void call(MethodNode caller, String callee, String descriptor) {
    caller.maxStack = 1;
    caller.maxLocals = 1;
    caller.visitVarInsn(Opcodes.ALOAD, 0);
    caller.visitMethodInsn(Opcodes.INVOKESTATIC, type.name, callee, descriptor, isFace());
  }

  private MethodNode added(String name, String descriptor, boolean coroutine) {
    MethodNode method = new MethodNode(Opcodes.ACC_STATIC, name, descriptor, null, new String[0]);
    if (coroutine) {
      method.visibleAnnotations = List.of(new AnnotationNode(COROUTINE));
    }
    type.methods.add(method);
    return method;
  }

  private static MethodInsnNode done() {
    String descriptor = "(Ljava/lang/Object;)Ldev/weft/Generator;";
    return new MethodInsnNode(Opcodes.INVOKESTATIC, "dev/weft/Coroutines", "done", descriptor);
  }
}
