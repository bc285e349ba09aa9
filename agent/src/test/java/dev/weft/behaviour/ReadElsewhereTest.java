package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.weaving.WeavingLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lambda that is read in another program than the one that wrote it, where none was made yet. */
class ReadElsewhereTest {
  /** To be serialised. */
  public interface Step extends Serializable {
    /** Yields. */
    @Coroutine
    String run(String argument);
  }

  /** Makes and runs steps. */
  public static final class Program {
    private Program() {}

    /** A lambda. */
    public static Object lambda() {
      String captured = "lambda ";
      return (Step) text -> captured + text + Coroutines.yield(text);
    }

    /** A lambda that makes another. */
    public static Object nested() {
      return (Step) text -> ((Step) inner -> inner + Coroutines.yield(inner)).run(text);
    }

    /** A method reference. */
    public static Object reference() {
      return (Step) Program::ask;
    }

    @Coroutine
    private static String ask(String text) {
      Coroutines.yield(text);
      return "asked " + text;
    }

    /** Yields what a step does, and then what it returned. */
    @Coroutine
    public static Iterator<String> run(Object step) {
      Coroutines.yield(((Step) step).run("x"));
      return null;
    }
  }

  private static Class<?> program(ClassLoader loader) throws ClassNotFoundException {
    return loader.loadClass(Program.class.getName());
  }

  private static byte[] write(Object step) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(step);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes, ClassLoader loader) throws Exception {
    InputStream source = new ByteArrayInputStream(bytes);
    try (ObjectInputStream in =
        new ObjectInputStream(source) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, loader);
          }
        }) {
      return in.readObject();
    }
  }

  private static List<Object> run(ClassLoader loader, Object step) throws Exception {
    Iterator<?> iterator =
        (Iterator<?>) program(loader).getMethod("run", Object.class).invoke(null, step);
    List<Object> items = new ArrayList<>();
    iterator.forEachRemaining(items::add);
    return items;
  }

  private static List<Object> sent(String method, ClassLoader from, ClassLoader to)
      throws Exception {
    byte[] bytes = write(program(from).getMethod(method).invoke(null));
    return run(to, read(bytes, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lambda", "nested", "reference"})
  void from_a_woven_program(String method) throws Exception {
    assertThat(sent(method, new WeavingLoader(), new WeavingLoader())).contains("x").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lambda", "nested", "reference"})
  void from_a_program_that_was_not_woven(String method) throws Exception {
    ClassLoader unwoven = ReadElsewhereTest.class.getClassLoader();
    assertThat(sent(method, unwoven, new WeavingLoader())).contains("x").hasSize(2);
  }

  @Test
  void into_a_program_that_was_not_woven() throws Exception {
    ClassLoader unwoven = ReadElsewhereTest.class.getClassLoader();
    byte[] bytes = write(program(new WeavingLoader()).getMethod("reference").invoke(null));
    assertThat(read(bytes, unwoven)).isInstanceOf(Step.class);
  }
}
