package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/**
 * Coroutines that are called by reflection or by a method handle: plain calls, which may yield not.
 */
@Woven
class IndirectCallsTest {
  private static int runs;

  @Coroutine
  static Object asked(boolean yields) {
    runs++;
    return yields ? Coroutines.yield("asked") : "plain";
  }

  @Coroutine
  static Generator<Object, Object, Object> reflectively(boolean yields) throws Throwable {
    Method method = IndirectCallsTest.class.getDeclaredMethod("asked", boolean.class);
    try {
      return Coroutines.done(method.invoke(null, yields));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Coroutine
  static Generator<Object, Object, Object> byHandle(boolean yields) throws Throwable {
    MethodType type = MethodType.methodType(Object.class, boolean.class);
    MethodHandle handle = MethodHandles.lookup().findStatic(IndirectCallsTest.class, "asked", type);
    return Coroutines.done((Object) handle.invokeExact(yields));
  }

  private static void assertNamed(Generator<?, ?, ?> generator, String frame) {
    runs = 0;
    assertThatThrownBy(generator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a yield in dev.weft.behaviour.IndirectCallsTest.asked")
        .hasMessageContaining(frame);
    assertThat(runs).isEqualTo(1);
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  @Case({"CA-14", "CA-16"})
  @Test
  void a_yield_below_reflection_names_it() throws Throwable {
    assertNamed(reflectively(true), "java.lang.reflect.Method.invoke");
    assertThat(Drive.toEnd(reflectively(false), null)).isEqualTo("plain");
  }

  /** Frames of method handles are hidden from traces: the handle is taken for a plain call. */
  @Case("CA-16")
  @Test
  void a_yield_below_a_method_handle_is_an_error_too() throws Throwable {
    assertNamed(byHandle(true), "IndirectCallsTest.byHandle");
    assertThat(Drive.toEnd(byHandle(false), null)).isEqualTo("plain");
  }

  /** A saved frame would mean another thing to another version of its method. */
  @Case("XC-10")
  @Test
  void generators_are_not_serialisable() throws Throwable {
    Generator<?, ?, ?> suspended = Generator.of(out -> out.yield(1));
    suspended.next();
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(suspended))
          .isInstanceOf(NotSerializableException.class);
    }
  }

  interface Asks {
    @Coroutine
    Object ask();
  }

  abstract static class Middle implements Asks {
    @Override
    @Coroutine
    public Object ask() {
      return "middle " + answer() + Coroutines.yield("middle");
    }

    @Coroutine
    abstract Object answer();
  }

  static final class Concrete extends Middle {
    @Override
    @Coroutine
    Object answer() {
      return Coroutines.yield("concrete");
    }
  }

  @Coroutine
  static Generator<Object, Object, Object> through(Asks asks) {
    Object first = asks.ask();
    for (int i = 0; i < 8; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done(first);
  }

  /** Ten suspensions each time, on the same object. */
  @Case({"CA-01", "CA-03"})
  @Test
  void an_abstract_class_between_an_interface_and_its_implementor() {
    Asks asks = new Concrete();
    for (int round = 0; round < 2; round++) {
      Generator<Object, Object, Object> generator = through(asks);
      assertThat(generator.next()).isEqualTo("concrete");
      assertThat(generator.send("a")).isEqualTo("middle");
      assertThat(generator.send("b")).isEqualTo(0);
      for (int i = 1; i < 8; i++) {
        assertThat(generator.next()).isEqualTo(i);
      }
      assertThat(Drive.toEnd(generator, null)).isEqualTo("middle ab");
    }
  }
}
