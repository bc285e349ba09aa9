package dev.weft.benchmarks.continuation;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * {@code jdk.internal.vm.Continuation} behind constant method handles: they compile to direct
 * calls, and this compiles on a JDK that lacks the class.
 */
public final class JdkContinuation {
  private static final MethodHandle CREATE;
  private static final MethodHandle RUN;
  private static final MethodHandle IS_DONE;
  private static final MethodHandle SUSPEND;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> type = Class.forName("jdk.internal.vm.Continuation");
      Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
      Object scope = scopeType.getConstructor(String.class).newInstance("benchmark");
      CREATE =
          lookup
              .findConstructor(type, methodType(void.class, scopeType, Runnable.class))
              .bindTo(scope)
              .asType(methodType(Object.class, Runnable.class));
      RUN =
          lookup
              .findVirtual(type, "run", methodType(void.class))
              .asType(methodType(void.class, Object.class));
      IS_DONE =
          lookup
              .findVirtual(type, "isDone", methodType(boolean.class))
              .asType(methodType(boolean.class, Object.class));
      SUSPEND =
          lookup.findStatic(type, "yield", methodType(boolean.class, scopeType)).bindTo(scope);
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperationException(
          "jdk.internal.vm.Continuation needs JDK 21 or later"
              + " and --add-exports java.base/jdk.internal.vm=ALL-UNNAMED",
          e);
    }
  }

  private final Object continuation;

  public JdkContinuation(Runnable body) {
    try {
      continuation = (Object) CREATE.invokeExact(body);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Runs the body to its next {@link #suspend} or to its end. */
  public void run() {
    try {
      RUN.invokeExact(continuation);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  public boolean isDone() {
    try {
      return (boolean) IS_DONE.invokeExact(continuation);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Suspends the continuation that is running. */
  public static void suspend() {
    try {
      boolean unused = (boolean) SUSPEND.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
