package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** Weaving adds three parameters, and a method has at most 255 slots of them. */
@Case({"CA-18", "HM-05"})
class ParameterLimitTest {
  private static final String NAME = "many/Parameters";
  private static final Type OBJECT = InstructionAdapter.OBJECT_TYPE;

  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  /** A class with a method of so many ints, and a generator method {@code run} that calls it. */
  ParameterLimitTest() {
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, OBJECT.getInternalName(), null);
    InstructionAdapter code = method(Opcodes.ACC_PUBLIC, "<init>", "()V");
    code.load(0, OBJECT);
    code.invokespecial(OBJECT.getInternalName(), "<init>", "()V", false);
    code.areturn(Type.VOID_TYPE);
    code.visitMaxs(0, 0);
  }

  private InstructionAdapter method(int access, String name, String descriptor) {
    MethodVisitor method = type.visitMethod(access, name, descriptor, null, null);
    if (!name.equals("<init>")) {
      method.visitAnnotation("Ldev/weft/Coroutine;", true).visitEnd();
    }
    method.visitCode();
    return new InstructionAdapter(method);
  }

  private static String ints(int count, String result) {
    return "(" + "I".repeat(count) + ")" + result;
  }

  private static void suspend(InstructionAdapter code) {
    String descriptor = "(Ljava/lang/Object;)Ljava/lang/Object;";
    code.invokestatic("dev/weft/Coroutines", "yield", descriptor, false);
    code.pop();
  }

  private static void box(InstructionAdapter code) {
    code.invokestatic("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
  }

  /** Yields the last of the parameters and leaves the sum of all on the stack. */
  private static void addUp(InstructionAdapter code, int first, int count) {
    code.load(first + count - 1, Type.INT_TYPE);
    box(code);
    suspend(code);
    code.iconst(0);
    for (int i = 0; i < count; i++) {
      code.load(first + i, Type.INT_TYPE);
      code.add(Type.INT_TYPE);
    }
  }

  /** Yields its last parameter and returns the sum of all. */
  private void addSubroutine(boolean isStatic, int count) {
    int access = Opcodes.ACC_PUBLIC | (isStatic ? Opcodes.ACC_STATIC : 0);
    InstructionAdapter code = method(access, "sum", ints(count, "I"));
    addUp(code, isStatic ? 0 : 1, count);
    code.areturn(Type.INT_TYPE);
    code.visitMaxs(0, 0);
  }

  /** Calls the subroutine and yields what it returns. */
  private void addCaller(boolean isStatic, int count) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    InstructionAdapter code = method(access, "run", "()Ljava/util/Iterator;");
    if (!isStatic) {
      code.anew(Type.getObjectType(NAME));
      code.dup();
      code.invokespecial(NAME, "<init>", "()V", false);
    }
    for (int i = 1; i <= count; i++) {
      code.iconst(i);
    }
    int opcode = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
    code.visitMethodInsn(opcode, NAME, "sum", ints(count, "I"), false);
    box(code);
    suspend(code);
    code.aconst(null);
    code.areturn(OBJECT);
    code.visitMaxs(0, 0);
  }

  /** Yields its last parameter and then the sum of all. */
  private void addGenerator(boolean isStatic, int count) {
    int access = Opcodes.ACC_PUBLIC | (isStatic ? Opcodes.ACC_STATIC : 0);
    InstructionAdapter code = method(access, "items", ints(count, "Ljava/util/Iterator;"));
    addUp(code, isStatic ? 0 : 1, count);
    box(code);
    suspend(code);
    code.aconst(null);
    code.areturn(OBJECT);
    code.visitMaxs(0, 0);
  }

  private Class<?> load() throws Exception {
    type.visitEnd();
    String name = NAME.replace('/', '.');
    Class<?> loaded = new WeavingLoader().with(name, type.toByteArray()).loadClass(name);
    assertThat(loaded.getDeclaredMethods()).isNotEmpty();
    return loaded;
  }

  private static List<Object> all(Object iterator) {
    List<Object> items = new ArrayList<>();
    ((Iterator<?>) iterator).forEachRemaining(items::add);
    return items;
  }

  private static int sumTo(int count) {
    return count * (count + 1) / 2;
  }

  @ParameterizedTest
  @CsvSource({"true, 251", "true, 252", "false, 250", "false, 251"})
  void a_subroutine_within_the_limit_suspends(boolean isStatic, int count) throws Exception {
    addSubroutine(isStatic, count);
    addCaller(isStatic, count);
    assertThat(all(load().getMethod("run").invoke(null))).containsExactly(count, sumTo(count));
  }

  @ParameterizedTest
  @CsvSource({"true, 253", "true, 255", "false, 252", "false, 254"})
  void a_subroutine_beyond_the_limit_says_so(boolean isStatic, int count) throws Exception {
    addSubroutine(isStatic, count);
    addCaller(isStatic, count);
    Iterator<?> iterator = (Iterator<?>) load().getMethod("run").invoke(null);
    assertThatThrownBy(iterator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("many.Parameters.sum")
        .hasMessageContaining((isStatic ? count : count + 1) + " slots")
        .hasMessageContaining("255")
        .hasMessageContaining("pass some of them in an object");
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 253, 254})
  void a_generator_method_has_room_for_all(int count) throws Exception {
    addGenerator(true, count);
    checkGenerator(true, count);
    ParameterLimitTest ofInstance = new ParameterLimitTest();
    ofInstance.addGenerator(false, count - 1);
    ofInstance.checkGenerator(false, count - 1);
  }

  private void checkGenerator(boolean isStatic, int count) throws Exception {
    Class<?> loaded = load();
    Class<?>[] types = new Class<?>[count];
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      types[i] = int.class;
      values[i] = i + 1;
    }
    Object self = isStatic ? null : loaded.getConstructor().newInstance();
    assertThat(all(loaded.getMethod("items", types).invoke(self, values)))
        .containsExactly(count, sumTo(count));
  }

  @Test
  void a_generator_method_of_255_slots_says_so() throws Exception {
    addGenerator(true, 255);
    Class<?>[] types = new Class<?>[255];
    Arrays.fill(types, int.class);
    Object[] values = new Object[255];
    Arrays.fill(values, 1);
    Method items = load().getMethod("items", types);
    assertThatThrownBy(() -> items.invoke(null, values))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("255 slots");
  }

  @ParameterizedTest
  @ValueSource(ints = {253, 254})
  void an_abstract_method_beyond_the_limit_leaves_the_class_usable(int count) throws Exception {
    ClassWriter face = new ClassWriter(0);
    face.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
        "many/Face",
        null,
        OBJECT.getInternalName(),
        null);
    MethodVisitor method =
        face.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "sum", ints(count, "I"), null, null);
    method.visitAnnotation("Ldev/weft/Coroutine;", true).visitEnd();
    face.visitEnd();
    Class<?> loaded =
        new WeavingLoader().with("many.Face", face.toByteArray()).loadClass("many.Face");
    assertThat(loaded.getMethods()).anyMatch(m -> m.getParameterCount() == count);
  }
}
