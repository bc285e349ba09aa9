package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** How many bytes weaving adds; HotSpot leaves methods beyond 8000 bytes to the interpreter. */
class WovenSizeTest {
  private static final String NAME = "dev.weft.behaviour.Sized";
  private static final int BYTES_PER_POINT = 85;
  private static final int HOTSPOTS_LIMIT = 8000;

  private static String program(String name, int points) {
    String lines =
        IntStream.range(0, points)
            .mapToObj(i -> "    sum += Trace.step(" + i + ");\n")
            .collect(Collectors.joining());
    return "  @dev.weft.Coroutine static long %s(int sum, String kept) {\n%s    return sum"
            .formatted(name, lines)
        + " + kept.length();\n  }\n";
  }

  private static int bodySize(Class<?> type, WeavingLoader loader, String method) {
    int[] size = {0};
    byte[] woven = loader.woven(type.getName()).orElseThrow().bytes();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if (!name.equals(method) || !RuntimeNames.isBodyDescriptor(descriptor)) {
              return null;
            }
            return new CodeSizeEvaluator(Opcodes.ASM9, null) {
              @Override
              public void visitEnd() {
                size[0] = getMaxSize();
              }
            };
          }
        };
    new ClassReader(woven).accept(visitor, 0);
    assertThat(size[0]).as("size of %s", method).isPositive();
    return size[0];
  }

  @Case("HM-04")
  @Test
  void a_call_that_suspends_costs_few_bytes() throws Exception {
    List<Integer> points = List.of(1, 11, 91);
    String source =
        points.stream().map(n -> program("of" + n, n)).collect(Collectors.joining("\n"));
    Map<String, byte[]> classes =
        Source.compile(
            "Sized", "package dev.weft.behaviour;\nclass Sized {\n" + source + "}\n", "17");
    WeavingLoader loader = new WeavingLoader().with(NAME, classes.get(NAME));
    Class<?> type = loader.loadClass(NAME);
    int one = bodySize(type, loader, "of1");
    int ninety = bodySize(type, loader, "of91");
    assertThat(one).isLessThan(200);
    assertThat(bodySize(type, loader, "of11")).isLessThan(one + 10 * BYTES_PER_POINT);
    assertThat(ninety).isLessThan(one + 90 * BYTES_PER_POINT).isLessThan(HOTSPOTS_LIMIT);
  }
}
