package dev.weft.benchmarks.compare;

import dev.weft.benchmarks.Deep;
import dev.weft.benchmarks.Generate;
import dev.weft.benchmarks.SendReceive;
import dev.weft.benchmarks.threads.Means;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One row of the comparison: a way to hand a value over, there and back.
 *
 * @param family what it is one of
 * @param label how it differs from its family
 * @param benchmark the full name of the benchmark that times it
 * @param parameters the benchmark's parameters
 * @param subject what its memory is measured on
 */
record Contestant(
    Family family,
    String label,
    String benchmark,
    Map<String, String> parameters,
    Subject subject) {

  /** All that this comparison knows; which of them a JDK can run is for the caller to say. */
  static List<Contestant> all() {
    return List.of(
        coroutine("generate, next()", Generate.class, "coroutine", Subject.INT_GENERATOR),
        coroutine("send()", SendReceive.class, "coroutine", Subject.ECHO),
        coroutine("send(), not inlined", SendReceive.class, "coroutineNotInlined", Subject.ECHO),
        new Contestant(
            Family.COROUTINE,
            "100 calls deep, next()",
            name(Deep.class, "coroutine"),
            Map.of("depth", "100"),
            Subject.DEEP_100),
        new Contestant(
            Family.CONTINUATION,
            "run and yield",
            name(SendReceive.class, "continuation"),
            Map.of(),
            Subject.CONTINUATION),
        thread(Family.VIRTUAL_THREAD, "Exchanger", Means.EXCHANGER),
        thread(Family.VIRTUAL_THREAD, "SynchronousQueue", Means.SYNCHRONOUS_QUEUE),
        thread(Family.VIRTUAL_THREAD, "LockSupport", Means.LOCK_SUPPORT),
        thread(Family.PLATFORM_THREAD, "Exchanger", Means.EXCHANGER),
        thread(Family.PLATFORM_THREAD, "SynchronousQueue", Means.SYNCHRONOUS_QUEUE),
        thread(Family.PLATFORM_THREAD, "LockSupport", Means.LOCK_SUPPORT));
  }

  /** The platform threads that spin where they have a processor each. */
  static Contestant spinning() {
    return thread(Family.PLATFORM_THREAD, "Exchanger, a processor each", Means.EXCHANGER);
  }

  /** Those that a JDK of this kind can run. */
  static List<Contestant> runnable(boolean hasVirtualThreads) {
    List<Family> always = Arrays.asList(Family.COROUTINE, Family.PLATFORM_THREAD);
    return all().stream().filter(c -> hasVirtualThreads || always.contains(c.family())).toList();
  }

  /** The whole name, as in a chart: {@code virtual thread, Exchanger}. */
  String fullLabel() {
    return family.label() + ", " + label;
  }

  private static Contestant coroutine(
      String label, Class<?> benchmark, String method, Subject subject) {
    return new Contestant(Family.COROUTINE, label, name(benchmark, method), Map.of(), subject);
  }

  private static Contestant thread(Family family, String label, Means means) {
    boolean virtual = family == Family.VIRTUAL_THREAD;
    return new Contestant(
        family,
        label,
        name(SendReceive.class, virtual ? "virtualThreads" : "platformThreads"),
        Map.of("means", means.name()),
        virtual ? Subject.VIRTUAL_THREAD : Subject.PLATFORM_THREAD);
  }

  private static String name(Class<?> benchmark, String method) {
    return benchmark.getName() + "." + method;
  }
}
