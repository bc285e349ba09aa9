package dev.weft.runtime;

import static java.lang.invoke.MethodType.methodType;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverridesTest {
  static class Woven {
    String who() {
      return "plain";
    }

    String who(GeneratorFrame coroutine) {
      return "twin";
    }
  }

  static class Inherits extends Woven {}

  static class AlsoInherits extends Woven {}

  static class Hides extends Woven {
    @Override
    String who() {
      return "hidden";
    }
  }

  static class HasTwin extends Hides {
    @Override
    String who(GeneratorFrame coroutine) {
      return "twin again";
    }
  }

  private final Overrides overrides = overrides();

  private static Overrides overrides() {
    CallSite site =
        Overrides.link(
            MethodHandles.lookup().in(Woven.class),
            "who",
            methodType(Overrides.class),
            Companions.VERSION,
            "()Ljava/lang/String;");
    try {
      return (Overrides) site.getTarget().invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void receivers_of_many_classes_take_turns_at_one_call() {
    for (int turn = 0; turn < 3; turn++) {
      assertThat(overrides.hidden(new Inherits())).isFalse();
      assertThat(overrides.hidden(new Hides())).isTrue();
      assertThat(overrides.hidden(new AlsoInherits())).isFalse();
      assertThat(overrides.hidden(new HasTwin())).isFalse();
      assertThat(overrides.hidden(new Hides() {})).isTrue();
    }
  }

  /** Defines one class anew. */
  private static final class Loader extends ClassLoader {
    Loader() {
      super(Woven.class.getClassLoader());
    }

    Class<?> define(String name) throws IOException {
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = OverridesTest.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
  }

  /** Woven for others to inherit from. */
  public static class Open {
    /** The plain method. */
    public void run() {}

    /** Its twin. */
    public void run(GeneratorFrame coroutine) {}
  }

  /** Inherits across packages at run time, since another loader defines it. */
  public static class Unloadable extends Open {
    /** Public, as it is made from elsewhere. */
    public Unloadable() {}
  }

  @Test
  void the_class_of_a_receiver_is_not_kept_from_being_unloaded() throws Throwable {
    CallSite site =
        Overrides.link(
            MethodHandles.lookup().in(Open.class),
            "run",
            methodType(Overrides.class),
            Companions.VERSION,
            "()V");
    Overrides ofOpen = (Overrides) site.getTarget().invokeExact();
    WeakReference<Class<?>> type = ask(ofOpen);
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!type.refersTo(null) && System.nanoTime() < end) {
      System.gc();
    }
    assertThat(type.refersTo(null)).isTrue();
    assertThat(ofOpen.hidden(new Open())).isFalse();
  }

  private static WeakReference<Class<?>> ask(Overrides overrides)
      throws IOException, ReflectiveOperationException {
    Class<?> type = new Loader().define(Unloadable.class.getName());
    assertThat(overrides.hidden(type.getConstructor().newInstance())).isFalse();
    return new WeakReference<>(type);
  }
}
