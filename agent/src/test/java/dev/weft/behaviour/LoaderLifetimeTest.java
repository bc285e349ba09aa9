package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** What a suspended generator keeps alive besides its variables. */
class LoaderLifetimeTest {
  /** What another loader loads. */
  public static final class Loaded {
    private Loaded() {}

    @Coroutine
    private static void deep(int depth) {
      if (depth > 0) {
        deep(depth - 1);
      }
      Coroutines.yield(depth);
    }

    /** Yields from some frames down, and from a lambda. */
    @Coroutine
    public static Iterator<Object> open() {
      deep(3);
      Generator<Object, Object, Object> lambda =
          Generator.of(out -> {
            out.yield("lambda");
            return null;
          });
      Coroutines.yieldFrom(lambda);
      return null;
    }
  }

  private static boolean isCollected(WeakReference<?> reference) {
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
      Thread.onSpinWait();
    }
    return reference.get() == null;
  }

  private static Iterator<?> suspended(ClassLoader loader) throws Exception {
    Class<?> type = Class.forName(Loaded.class.getName(), true, loader);
    Iterator<?> generator = (Iterator<?>) type.getMethod("open").invoke(null);
    for (int i = 0; i <= 3; i++) {
      assertThat(generator.next()).isEqualTo(i);
    }
    assertThat(generator.next()).isEqualTo("lambda");
    return generator;
  }

  @Case("ML-07")
  @Test
  void a_suspended_generator_and_its_loader_are_collected() throws Exception {
    ClassLoader loader = new WeavingLoader();
    Iterator<?> generator = suspended(loader);
    WeakReference<ClassLoader> reference = new WeakReference<>(loader);
    loader = null;
    System.gc();
    assertThat(reference.get()).isSameAs(generator.getClass().getClassLoader()).isNotNull();
    generator = null;
    assertThat(isCollected(reference)).isTrue();
  }
}
