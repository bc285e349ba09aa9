package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.CountingLoader.Steps;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** HM-01: ten times as many suspension points take nowhere near a hundred times as many steps. */
class WeavingStepsTest {
  private static final int FEW = 100;
  private static final int TIMES = 10;
  private static final double MOST_TIMES_AS_MANY = 15;

  private final Consumer<byte[]> weaving = countingWeaving();

  WeavingStepsTest() throws ReflectiveOperationException {}

  /** What the points stand in. */
  enum Shape {
    ROW {
      @Override
      String body(int points) {
        return "ACONST_NULL\nYIELD\nPOP\n".repeat(points);
      }
    },
    /** In a loop over a switch with a hundred cases, so that each leads to all others. */
    SWITCH {
      @Override
      String body(int points) {
        int cases = Math.min(points, 100);
        String start = "ICONST_0\nISTORE 3\nloop:\nFRAME TOP TOP TOP I\nILOAD 3\n";
        return start
            + ("TABLESWITCH 0 end:" + each(cases, " case%d") + "\n")
            + each(cases, "case%d:\nFRAME TOP TOP TOP I\n" + ROW.body(points / cases))
                .replace("POP\ncase", "POP\nGOTO loop\ncase")
            + "GOTO loop\nend:\nFRAME TOP TOP TOP I\n";
      }
    },
    /** Each in a handler of its own, with locals that live on. */
    HANDLERS {
      @Override
      String body(int points) {
        return "LCONST_0\nLSTORE 4\n"
            + each(
                points,
                """
                start%1$d:
                ACONST_NULL
                YIELD
                POP
                end%1$d:
                GOTO after%1$d
                handler%1$d:
                FRAME TOP TOP TOP TOP J | java/lang/Exception
                POP
                after%1$d:
                FRAME TOP TOP TOP TOP J
                TRY start%1$d end%1$d handler%1$d java/lang/Exception
                """)
            + "LLOAD 4\nPOP2\n";
      }
    };

    abstract String body(int points);

    private static String each(int count, String format) {
      return IntStream.range(0, count)
          .mapToObj(i -> String.format(format, i))
          .collect(Collectors.joining());
    }
  }

  private static byte[] type(Shape shape, int points) {
    MethodNode method = Listing.method("m()V", shape.body(points) + "RETURN");
    method.visibleAnnotations = List.of(new AnnotationNode("Ldev/weft/Coroutine;"));
    ClassNode type = new ClassNode();
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "p/Type", null, "java/lang/Object", null);
    type.methods.add(method);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }

  /** Weaves a class in a loader in which the weaver counts; named in the source, made by name. */
  static final class Weaving implements Consumer<byte[]> {
    private final ClassRewriter rewriter =
        new ClassRewriter(
            new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED), false);

    @Override
    public void accept(byte[] classFile) {
      assertThat(rewriter.rewrite(classFile).orElseThrow().refusals()).isEmpty();
    }
  }

  @SuppressWarnings("unchecked")
  private static Consumer<byte[]> countingWeaving() throws ReflectiveOperationException {
    Class<?> type = Class.forName(Weaving.class.getName(), true, new CountingLoader());
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Consumer<byte[]>) constructor.newInstance();
  }

  private long steps(byte[] type) {
    long before = Steps.total();
    weaving.accept(type);
    return Steps.total() - before;
  }

  @ParameterizedTest
  @EnumSource
  void do_not_grow_with_the_square_of_the_points(Shape shape) {
    long few = steps(type(shape, FEW));
    long many = steps(type(shape, FEW * TIMES));
    assertThat((double) many / few)
        .as("%s: %,d steps for %d points, %,d for %d", shape, few, FEW, many, FEW * TIMES)
        .isBetween(1.0, MOST_TIMES_AS_MANY);
  }
}
