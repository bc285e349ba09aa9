package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.WeavingLoader;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects written by an unwoven program can be read by a woven one, and the reverse. */
@SuppressWarnings("serial") // it is the default that is looked at
class SerialVersionTest {
  interface Asks extends Serializable {
    @Coroutine
    default String ask() {
      return Coroutines.yield("ask");
    }
  }

  interface Lambda extends Serializable {
    @Coroutine
    Object ask();
  }

  static class Direct implements Serializable {
    static final int CONSTANT = Integer.parseInt("5");
    int field;
    private transient String other;

    @Coroutine
    public Generator<Integer, Void, Void> numbers() {
      Coroutines.yield(field);
      return null;
    }

    @Coroutine
    protected long sub(String text) {
      other = Coroutines.yield(text);
      return other.length();
    }

    @Coroutine
    @SuppressWarnings("UnusedMethod")
    private void hidden() {
      Coroutines.yield();
    }

    Lambda lambda() {
      return () -> Coroutines.yield(field);
    }
  }

  static class Inherits extends Direct {
    @Coroutine
    @Override
    protected long sub(String text) {
      return super.sub(text);
    }
  }

  static class OverridesPlainly extends Direct {
    @Override
    protected long sub(String text) {
      return 0;
    }
  }

  static class ByInterface implements Asks {
    @Coroutine
    @Override
    public String ask() {
      return Coroutines.yield("by interface");
    }
  }

  static class ByJdkClass extends ArrayList<String> {
    @Coroutine
    Generator<String, Void, Void> items() {
      return Coroutines.yieldFrom(this);
    }
  }

  static class ByJdkException extends IllegalStateException {
    @Coroutine
    void yields() {
      Coroutines.yield(getMessage());
    }
  }

  static class Declares implements Serializable {
    private static final long serialVersionUID = 42;

    @Coroutine
    void yields() {
      Coroutines.yield();
    }
  }

  enum Colour {
    RED {
      @Coroutine
      @Override
      void yields() {
        Coroutines.yield(this);
      }
    };

    @Coroutine
    abstract void yields();
  }

  record Pair(int one, int other) implements Serializable {
    @Coroutine
    void yields() {
      Coroutines.yield(one + other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Direct",
        "Inherits",
        "OverridesPlainly",
        "ByInterface",
        "ByJdkClass",
        "ByJdkException",
        "Declares",
        "Colour",
        "Pair"
      })
  void weaving_leaves_the_version_as_it_was(String name) throws Exception {
    WeavingLoader loader = new WeavingLoader();
    String full = SerialVersionTest.class.getName() + "$" + name;
    ObjectStreamClass woven = ObjectStreamClass.lookup(loader.loadClass(full));
    ObjectStreamClass unwoven = ObjectStreamClass.lookup(Class.forName(full));
    assertThat(loader.woven(full)).isPresent();
    assertThat(woven.forClass()).isNotSameAs(unwoven.forClass());
    assertThat(woven.getSerialVersionUID()).isEqualTo(unwoven.getSerialVersionUID());
    assertThat(woven.getFields()).hasSameSizeAs(unwoven.getFields());
  }
}
