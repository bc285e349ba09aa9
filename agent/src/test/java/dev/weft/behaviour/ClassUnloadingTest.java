package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.WeavingLoader;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** ML-07: no coroutine keeps its classes, frames' and lambdas' included, from being unloaded. */
class ClassUnloadingTest {
  /** Its methods use all that the runtime might remember a class for. */
  static class Coroutinely {
    @FunctionalInterface
    interface Step {
      @Coroutine
      int step(int value);
    }

    @Coroutine
    int overridable(int value) {
      Coroutines.yield(value);
      return value + 1;
    }

    static class Overriding extends Coroutinely {
      @Override
      int overridable(int value) {
        return value - 1;
      }
    }

    @Coroutine
    static void all(Step step) {
      Coroutines.yieldFrom(List.of("a", "b"));
      step.step(new Coroutinely().overridable(1) + new Overriding().overridable(2));
    }

    @Coroutine
    static Iterator<Object> generator() {
      all(value -> value + new Coroutinely().overridable(value));
      return Coroutines.done();
    }

    static Iterator<Object> lambda() {
      return Generator.each(out -> all(value -> value));
    }
  }

  private static boolean isCollected(WeakReference<?> reference) {
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
      Thread.onSpinWait();
    }
    return reference.get() == null;
  }

  private static Iterator<?> start(WeavingLoader loader, String method, int values)
      throws ReflectiveOperationException {
    Method generator = loader.loadClass(Coroutinely.class.getName()).getDeclaredMethod(method);
    generator.setAccessible(true);
    Iterator<?> started = (Iterator<?>) generator.invoke(null);
    for (int i = 0; i < values; i++) {
      started.next();
    }
    return started;
  }

  private static void assertUnloaded(Callable<WeavingLoader> use) throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(use.call());
    assertThat(isCollected(loader)).isTrue();
  }

  @Test
  void after_the_end_and_when_left_suspended() throws Exception {
    for (String method : List.of("generator", "lambda")) {
      for (int values : new int[] {0, 1, 3}) {
        assertUnloaded(() -> {
          WeavingLoader loader = new WeavingLoader();
          start(loader, method, values);
          Iterator<?> ended = start(loader, method, 0);
          ended.forEachRemaining(value -> {});
          return loader;
        });
      }
    }
  }

  @Test
  void but_not_while_a_suspended_generator_is_held() throws Exception {
    Iterator<?> held = start(new WeavingLoader(), "generator", 2);
    WeakReference<ClassLoader> loader = new WeakReference<>(held.getClass().getClassLoader());
    System.gc();
    assertThat(loader.get()).isNotNull();
    held.forEachRemaining(value -> {});
    held = null;
    assertThat(isCollected(loader)).isTrue();
  }
}
