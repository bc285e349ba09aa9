package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.agent.rewrite.model.WovenClass;
import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** HM: methods with many suspension points, and methods too large. */
class LargeMethodsTest {
  private static final String NAME = "dev.weft.behaviour.Large";
  private static final Type OBJECT = InstructionAdapter.OBJECT_TYPE;

  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

  LargeMethodsTest() {
    type.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC, NAME.replace('.', '/'), null, "java/lang/Object", null);
  }

  private void addGenerator(String name, String parameters, Consumer<InstructionAdapter> body) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    var method = type.visitMethod(access, name, parameters + "Ljava/util/Iterator;", null, null);
    method.visitAnnotation(Type.getDescriptor(Coroutine.class), true).visitEnd();
    method.visitCode();
    InstructionAdapter code = new InstructionAdapter(method);
    body.accept(code);
    code.aconst(null);
    code.areturn(OBJECT);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void yieldInt(InstructionAdapter code, int value) {
    code.iconst(value);
    code.invokestatic("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    code.invokestatic(
        "dev/weft/Coroutines", "yield", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
    code.pop();
  }

  private WeavingLoader loader() {
    type.visitEnd();
    return new WeavingLoader().with(NAME, type.toByteArray());
  }

  private static Object open(Class<?> woven, String name, Class<?>... parameters) throws Throwable {
    Method method = woven.getMethod(name, parameters);
    try {
      return method.invoke(null, new Object[parameters.length]);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void assertCounts(Object generator, int count) {
    Iterator<?> values = (Iterator<?>) generator;
    for (int i = 0; i < count; i++) {
      assertThat(values.next()).isEqualTo(i);
    }
    assertThat(values.hasNext()).isFalse();
  }

  /** Points x locals x handlers. */
  private static void pointsInRow(InstructionAdapter code, int count) {
    for (int i = 0; i < count; i++) {
      Label start = new Label();
      Label end = new Label();
      Label handler = new Label();
      Label join = new Label();
      code.visitTryCatchBlock(start, end, handler, "java/lang/RuntimeException");
      code.lconst(i);
      code.store(2 * (i % 20), Type.LONG_TYPE);
      code.mark(start);
      yieldInt(code, i);
      code.mark(end);
      code.goTo(join);
      code.mark(handler);
      code.pop();
      code.mark(join);
    }
  }

  private static void pointsInSwitch(InstructionAdapter code, int count) {
    Label loop = new Label();
    Label end = new Label();
    Label next = new Label();
    Label[] cases = new Label[count];
    for (int i = 0; i < count; i++) {
      cases[i] = new Label();
    }
    code.iconst(0);
    code.store(0, Type.INT_TYPE);
    code.mark(loop);
    code.load(0, Type.INT_TYPE);
    code.tableswitch(0, count - 1, end, cases);
    for (int i = 0; i < count; i++) {
      code.mark(cases[i]);
      yieldInt(code, i);
      code.goTo(next);
    }
    code.mark(next);
    code.iinc(0, 1);
    code.goTo(loop);
    code.mark(end);
  }

  /** Does not count what else the machine is busy with. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Case("HM-01")
  @Test
  void a_thousand_points_are_woven_in_reasonable_time() throws Throwable {
    addGenerator("row", "()", code -> pointsInRow(code, 1000));
    addGenerator("cases", "()", code -> pointsInSwitch(code, 1000));
    WeavingLoader loader = loader();
    long start = cpuTime();
    Class<?> woven = loader.loadClass(NAME);
    assertThat(Duration.ofNanos(cpuTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(loader.woven(NAME).map(WovenClass::refusals).orElseThrow()).isEmpty();
    assertCounts(open(woven, "row"), 1000);
    assertCounts(open(woven, "cases"), 1000);
  }

  private static void fill(InstructionAdapter code, int bytes) {
    for (int i = 0; i < bytes / 4; i++) {
      code.visitIntInsn(Opcodes.SIPUSH, 1000);
      code.pop();
    }
  }

  /** HARD 40: overloads are told apart. */
  @Case("HM-02")
  @Test
  void a_method_too_large_is_refused_and_the_rest_of_its_class_works() throws Throwable {
    addGenerator(
        "large",
        "(Ljava/lang/String;)",
        code -> {
          fill(code, 65_300);
          for (int i = 0; i < 10; i++) {
            yieldInt(code, i);
          }
        });
    addGenerator("large", "()", code -> yieldInt(code, 0));
    Class<?> woven = loader().loadClass(NAME);
    assertCounts(open(woven, "large"), 1);
    assertThatThrownBy(() -> open(woven, "large", String.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(NAME + ".large")
        .hasMessageContaining("64 KB");
  }

  @Case("HM-03")
  @Test
  void jumps_over_more_than_32_kilobytes() throws Throwable {
    addGenerator(
        "far",
        "()",
        code -> {
          Label end = new Label();
          code.iconst(0);
          code.store(0, Type.INT_TYPE);
          Label loop = new Label();
          code.mark(loop);
          yieldInt(code, 0);
          yieldInt(code, 1);
          code.load(0, Type.INT_TYPE);
          code.ifeq(end);
          fill(code, 40_000);
          code.goTo(loop);
          code.mark(end);
        });
    assertCounts(open(loader().loadClass(NAME), "far"), 2);
  }

  private void addWide(String name, int parameters) {
    addGenerator(
        name,
        "(" + "Ljava/lang/Object;".repeat(parameters) + ")",
        code -> {
          yieldInt(code, 0);
          for (int i = 0; i < parameters; i++) {
            code.load(i, OBJECT);
            code.pop();
          }
          yieldInt(code, 1);
        });
  }

  @Case({"HM-05", "CA-18"})
  @Test
  void as_many_parameters_as_there_can_be() throws Throwable {
    addWide("most", 254);
    addWide("tooMany", 255);
    Class<?>[] parameters = new Class<?>[255];
    Arrays.fill(parameters, Object.class);
    Class<?> woven = loader().loadClass(NAME);
    assertCounts(open(woven, "most", Arrays.copyOf(parameters, 254)), 2);
    assertThatThrownBy(() -> open(woven, "tooMany", parameters))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(NAME + ".tooMany")
        .hasMessageContaining("255");
  }

  /** Yields in finally blocks, which javac copies, each level into the next. */
  private static String nested(int depth) {
    String inner = depth == 0 ? "" : nested(depth - 1);
    return """
    int i%1$d = n + %1$d;
    try {
      Coroutines.yield(i%1$d);
      if (n > i%1$d) {
        return null;
      }
    } finally {
      Coroutines.yield(i%1$d);
      %2$s
    }
    """
        .formatted(depth, inner);
  }

  @Test
  void a_method_that_takes_many_steps_to_write_is_woven() throws Throwable {
    String text =
        """
        package dev.weft.behaviour;
        import dev.weft.*;
        import java.util.Iterator;
        public class Nested {
          @Coroutine public static Iterator<Integer> generator(int n) {
            %s
            return null;
          }
        }
        """
            .formatted(nested(4));
    WeavingLoader loader = new WeavingLoader();
    Source.compile("Nested", text, "17").forEach(loader::with);
    Class<?> woven = loader.loadClass("dev.weft.behaviour.Nested");
    Iterator<?> values = (Iterator<?>) woven.getMethod("generator", int.class).invoke(null, 0);
    for (int expected : new int[] {4, 4, 3, 3, 2, 2, 1, 1, 0, 0}) {
      assertThat(values.next()).isEqualTo(expected);
    }
    assertThat(values.hasNext()).isFalse();
  }
}
