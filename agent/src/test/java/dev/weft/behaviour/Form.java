package dev.weft.behaviour;

import dev.weft.Coroutine;
import dev.weft.weaving.WeavingLoader;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The forms in which {@link Differential} weaves a program: its class is changed first so that a
 * generator method named {@code open$} and the program's name runs it.
 */
public enum Form {
  /** A subroutine that a generator method calls; each step is a call that may suspend. */
  SUBROUTINE(false, false, false, 0),
  /** The same, and each step is a yield. */
  YIELDING_SUBROUTINE(false, true, false, 0),
  /** A generator method; each step is a call that may suspend. */
  GENERATOR(true, false, false, 0),
  /** The same, and each step is a yield. */
  YIELDING_GENERATOR(true, true, false, 0),
  /** As SUBROUTINE, from a class file that names no variables. */
  NAMELESS(false, false, false, ClassReader.SKIP_DEBUG),
  /** As GENERATOR, with variables kept while they are in scope. */
  SCOPES(true, false, true, 0),
  /** As YIELDING_SUBROUTINE, with variables kept while they are in scope. */
  YIELDING_SCOPES(false, true, true, 0);

  private static final String TRACE = "dev/weft/behaviour/Trace";
  private static final String ANNOTATION = Type.getDescriptor(Coroutine.class);
  private static final String COROUTINES = "dev/weft/Coroutines";
  private static final String PROGRAM = "()Ljava/lang/Object;";

  private final boolean generator;
  private final boolean yields;
  private final boolean keepScopes;
  private final int readingOptions;

  Form(boolean generator, boolean yields, boolean keepScopes, int readingOptions) {
    this.generator = generator;
    this.yields = yields;
    this.keepScopes = keepScopes;
    this.readingOptions = readingOptions;
  }

  /** Whether each step suspends, whatever the mode. */
  public boolean suspendsAlways() {
    return yields;
  }

  /** A loader of the given classes, woven in this form, without other programs. */
  public ClassLoader load(Map<String, byte[]> classes, String program) {
    return load(classes, program::equals);
  }

  /** A loader of the given classes, woven in this form, with all their programs. */
  ClassLoader load(Map<String, byte[]> classes) {
    return load(classes, program -> true);
  }

  private ClassLoader load(Map<String, byte[]> classes, Predicate<String> programs) {
    WeavingLoader loader = new WeavingLoader(keepScopes);
    classes.forEach((name, classFile) -> loader.with(name, apply(classFile, programs)));
    return loader;
  }

  /** The names of the programs in a class file. */
  static List<String> programs(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE);
    return type.methods.stream().filter(Form::isProgram).map(method -> method.name).toList();
  }

  private byte[] apply(byte[] classFile, Predicate<String> programs) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, readingOptions);
    type.methods.removeIf(method -> isProgram(method) && !programs.test(method.name));
    List<MethodNode> coroutines = type.methods.stream().filter(Form::isCoroutine).toList();
    if (yields) {
      coroutines.forEach(Form::yieldAtSteps);
    }
    coroutines.stream()
        .filter(Form::isProgram)
        .map(method -> generator ? generator(method) : caller(type.name, method))
        .forEach(type.methods::add);
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static boolean isCoroutine(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(a -> a.desc.equals(ANNOTATION));
  }

  private static boolean isProgram(MethodNode method) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    return isStatic && method.desc.equals(PROGRAM) && isCoroutine(method);
  }

  private static void yieldAtSteps(MethodNode method) {
    method.maxStack += 1;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction instanceof MethodInsnNode call
          && call.owner.equals(TRACE)
          && call.name.equals("step")) {
        call.name = "noted";
        insertAfter(method, call, new InsnNode(Opcodes.POP));
        String descriptor = "(Ljava/lang/Object;)Ljava/lang/Object;";
        insertAfter(
            method,
            call,
            new MethodInsnNode(Opcodes.INVOKESTATIC, COROUTINES, "yield", descriptor));
        insertAfter(
            method,
            call,
            new FieldInsnNode(Opcodes.GETSTATIC, TRACE, "PAUSE", "Ljava/lang/Object;"));
      }
    }
  }

  private static void insertAfter(
      MethodNode method, AbstractInsnNode place, AbstractInsnNode added) {
    method.instructions.insert(place, added);
  }

  /** A copy of the program that is a generator method. */
  private static MethodNode generator(MethodNode program) {
    MethodNode opener = opener(program);
    program.accept(opener);
    opener.visibleAnnotations = List.of(new AnnotationNode(ANNOTATION));
    for (AbstractInsnNode instruction : opener.instructions.toArray()) {
      if (instruction.getOpcode() == Opcodes.ARETURN) {
        opener.instructions.insertBefore(instruction, done());
      }
    }
    return opener;
  }

  /** A generator method that calls the program. */
  private static MethodNode caller(String owner, MethodNode program) {
    MethodNode opener = opener(program);
    opener.maxStack = 1;
    opener.visibleAnnotations = List.of(new AnnotationNode(ANNOTATION));
    opener.instructions.add(
        new MethodInsnNode(Opcodes.INVOKESTATIC, owner, program.name, program.desc));
    opener.instructions.add(done());
    opener.instructions.add(new InsnNode(Opcodes.ARETURN));
    return opener;
  }

  private static MethodNode opener(MethodNode program) {
    String descriptor = "()Ldev/weft/Generator;";
    return new MethodNode(Opcodes.ACC_STATIC, "open$" + program.name, descriptor, null, null);
  }

  private static MethodInsnNode done() {
    String descriptor = "(Ljava/lang/Object;)Ldev/weft/Generator;";
    return new MethodInsnNode(Opcodes.INVOKESTATIC, COROUTINES, "done", descriptor);
  }
}
