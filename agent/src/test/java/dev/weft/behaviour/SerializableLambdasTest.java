package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** Lambdas and method references that are written to a stream, read back, and then run. */
@Case("CA-11")
@Woven
class SerializableLambdasTest {
  interface Step extends Serializable {
    @Coroutine
    String run(String argument);
  }

  interface Unmarked {
    @Coroutine
    String run(String argument);
  }

  record Speaker(String name) implements Serializable {
    @Coroutine
    String say(String text) {
      return name + Coroutines.yield(text + "?");
    }

    Step says() {
      return text -> name + Coroutines.yield(text + "?");
    }
  }

  @Coroutine
  static String ask(String text) {
    return "asked" + Coroutines.yield(text + "?");
  }

  static String plain(String text) {
    return text + ".";
  }

  @Coroutine
  static Generator<String, String, String> run(Step step) {
    return Coroutines.done("(" + step.run("x") + ")");
  }

  @Coroutine
  static Generator<String, String, String> runUnmarked(Unmarked step) {
    return Coroutines.done("(" + step.run("x") + ")");
  }

  private static void check(Generator<String, String, String> generator, String returns) {
    assertThat(generator.next()).isEqualTo("x?");
    assertThat(Drive.toEnd(generator, "!")).isEqualTo(returns);
  }

  /** Resolves classes where this test's are. */
  private static final class Input extends ObjectInputStream {
    Input(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(type.getName(), false, Input.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(type);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in = new Input(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @Test
  void a_lambda() throws Exception {
    Step step = text -> "lambda" + Coroutines.yield(text + "?");
    check(run(copy(step)), "(lambda!)");
    check(run(copy(copy(step))), "(lambda!)");
  }

  @Test
  void a_lambda_with_captured_values() throws Exception {
    long wide = 1L << 40;
    byte small = -1;
    char letter = 'c';
    boolean flag = true;
    double real = 0.5;
    Step step = text -> wide + "" + small + letter + flag + real + Coroutines.yield(text + "?");
    check(run(copy(step)), "(1099511627776-1ctrue0.5!)");
  }

  @Test
  void a_lambda_with_its_instance() throws Exception {
    check(run(copy(new Speaker("instance").says())), "(instance!)");
  }

  @Test
  void a_lambda_marked_by_a_cast() throws Exception {
    Unmarked step = (Unmarked & Serializable) text -> "cast" + Coroutines.yield(text + "?");
    check(runUnmarked(copy(step)), "(cast!)");
  }

  @Test
  void method_references() throws Exception {
    Step toStatic = SerializableLambdasTest::ask;
    check(run(copy(toStatic)), "(asked!)");
    Step bound = new Speaker("bound")::say;
    check(run(copy(bound)), "(bound!)");
    Step toPlain = SerializableLambdasTest::plain;
    assertThat(Drive.toEnd(run(copy(toPlain)), null)).isEqualTo("(x.)");
  }
}
