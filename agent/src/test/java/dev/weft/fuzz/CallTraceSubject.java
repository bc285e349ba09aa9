package dev.weft.fuzz;

import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Random trees of calls of all kinds: programs that have {@link Calls} interpret a trace. */
final class CallTraceSubject implements Subject {
  private static final String STEM = "dev.weft.fuzz.Program";
  private static final String CALLS = "svipldnbc";
  private static final String OTHERS = "yyywwzrrr";
  private static final int LONGEST = 60;

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public Map<Integer, String> differences(List<Choices> programs, Figures figures) {
    Map<String, byte[]> classes = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      names.add(STEM + i);
      classes.put(STEM + i, classFile(STEM + i, trace(programs.get(i))));
    }
    Map<Integer, String> differences = new TreeMap<>();
    Comparison.differences(classes, names, figures)
        .forEach((name, what) -> differences.put(names.indexOf(name), what));
    return differences;
  }

  private static String trace(Choices choices) {
    StringBuilder trace = new StringBuilder("y");
    boolean throwing = choices.chance(30);
    int length = choices.oneOf(5, 10, 25, LONGEST);
    while (trace.length() < length && choices.chance(98)) {
      String ops = choices.chance(50) ? CALLS : OTHERS;
      trace.append(throwing && choices.chance(5) ? 't' : ops.charAt(choices.below(ops.length())));
    }
    return trace.toString();
  }

  /** A class whose program has the trace interpreted. */
  private static byte[] classFile(String name, String trace) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String internal = name.replace('.', '/');
    type.visit(Opcodes.V17, Opcodes.ACC_SUPER, internal, null, "java/lang/Object", null);
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_STATIC, "program", "()Ljava/lang/Object;", null, null);
    method.visitAnnotation(Type.getDescriptor(Coroutine.class), true).visitEnd();
    method.visitCode();
    method.visitLdcInsn(trace);
    String descriptor = "(Ljava/lang/String;)Ljava/lang/Object;";
    method.visitMethodInsn(Opcodes.INVOKESTATIC, "dev/weft/fuzz/Calls", "run", descriptor, false);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  @Override
  public Kept keep(Choices program) {
    return new Kept(".class", classFile(STEM, trace(program)));
  }
}
