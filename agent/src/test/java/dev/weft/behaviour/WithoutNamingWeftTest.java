package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.weaving.WeavingLoader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Classes that never name Weft, but implement or make lambdas of an interface that does.
 *
 * <p>The nested classes stand for those of a user; they are loaded under names of their own, since
 * every name in this package is Weft's.
 */
class WithoutNamingWeftTest {
  private static final String HERE = WithoutNamingWeftTest.class.getName().replace('.', '/');

  /** Of a library of the user's: the only one that names Weft, with the next. */
  public interface Step {
    /** May yield. */
    @Coroutine
    String run(String argument);

    /** Yields. */
    @Coroutine
    static String ask(String question) {
      Coroutines.yield(question);
      return question;
    }
  }

  /** Of the same library. */
  public static final class Driver {
    private Driver() {}

    /** Runs a step and yields its result, too. */
    @Coroutine
    public static Iterator<String> drive(Step step) {
      Coroutines.yield("(" + step.run("x") + ")");
      return null;
    }
  }

  /** Narrows the interface, without a word of Weft. */
  public interface SubStep extends Step {}

  /** Implements the interface. */
  public static class Plain implements Step {
    @Override
    public String run(String argument) {
      return "plain " + argument;
    }
  }

  /** Implements the interface by calling its parent. */
  public static class BelowPlain extends Plain {
    @Override
    public String run(String argument) {
      return "below " + super.run(argument);
    }
  }

  /** Calls a coroutine, but is none. */
  public static class AsksPlainly implements Step {
    @Override
    public String run(String argument) {
      return Step.ask(argument);
    }
  }

  /** Makes lambdas. */
  public static class Lambdas implements Supplier<List<Object>> {
    @Override
    @SuppressWarnings("UnnecessaryMethodReference")
    public List<Object> get() {
      Step asks = argument -> Step.ask(argument + 1) + Step.ask(argument + 2);
      SubStep asksBelow = argument -> Step.ask(argument + "b");
      Step reference = Step::ask;
      Step bound = asks::run;
      Step plain = "y"::concat;
      Step nested = argument -> ((Step) inner -> Step.ask(inner)).run(argument + "n");
      return List.of(asks, asksBelow, reference, bound, plain, nested);
    }
  }

  private final WeavingLoader loader = new WeavingLoader();

  @BeforeEach
  void load() throws Exception {
    for (Class<?> type : WithoutNamingWeftTest.class.getDeclaredClasses()) {
      loader.with("user." + type.getSimpleName(), renamed(type));
    }
    loader.loadClass("user.Step"); // is to be known, since there is no file of it
    loader.loadClass("user.SubStep");
  }

  /** The class file of a nested class as if it were a class of its own in another package. */
  private static byte[] renamed(Class<?> type) throws Exception {
    Remapper names =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            return name.startsWith(HERE + "$") ? "user/" + name.substring(HERE.length() + 1) : name;
          }
        };
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor alone =
        new ClassVisitor(Opcodes.ASM9, new ClassRemapper(writer, names)) {
          @Override
          public void visitNestHost(String host) {}

          @Override
          public void visitInnerClass(String name, String outer, String inner, int access) {}
        };
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      new ClassReader(in.readAllBytes()).accept(alone, 0);
    }
    return writer.toByteArray();
  }

  private Iterator<?> drive(Object step) throws Exception {
    Class<?> parameter = loader.loadClass("user.Step");
    return (Iterator<?>)
        loader.loadClass("user.Driver").getMethod("drive", parameter).invoke(null, step);
  }

  private List<Object> all(Object step) throws Exception {
    List<Object> items = new ArrayList<>();
    drive(step).forEachRemaining(items::add);
    return items;
  }

  private Object make(String name) throws Exception {
    return loader.loadClass("user." + name).getConstructor().newInstance();
  }

  @Test
  void the_classes_name_no_weft() throws Exception {
    for (Class<?> type : List.of(Plain.class, BelowPlain.class, AsksPlainly.class, Lambdas.class)) {
      String text = new String(renamed(type), StandardCharsets.ISO_8859_1);
      assertThat(text).doesNotContain("dev/weft/");
    }
  }

  @Test
  void a_class_that_implements_the_interface() throws Exception {
    assertThat(all(make("Plain"))).containsExactly("(plain x)");
    assertThat(all(make("BelowPlain"))).containsExactly("(below plain x)");
    assertThat(loader.woven("user.Plain")).isPresent();
  }

  @Test
  void a_class_that_calls_a_coroutine_but_is_none() throws Exception {
    Iterator<?> iterator = drive(make("AsksPlainly"));
    assertThatThrownBy(iterator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("these frames are not coroutines: user.AsksPlainly.run");
  }

  @Test
  void lambdas_of_the_interface_suspend() throws Exception {
    List<?> steps = (List<?>) ((Supplier<?>) make("Lambdas")).get();
    assertThat(all(steps.get(0))).containsExactly("x1", "x2", "(x1x2)");
    assertThat(all(steps.get(1))).containsExactly("xb", "(xb)");
    assertThat(all(steps.get(2))).containsExactly("x", "(x)");
    assertThat(all(steps.get(3))).containsExactly("x1", "x2", "(x1x2)");
    assertThat(all(steps.get(4))).containsExactly("(yx)");
    assertThat(all(steps.get(5))).containsExactly("xn", "(xn)");
  }
}
