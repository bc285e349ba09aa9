package dev.weft.benchmarks.compare;

import dev.weft.benchmarks.Deep;
import dev.weft.benchmarks.Generate;
import dev.weft.benchmarks.SendReceive;
import dev.weft.benchmarks.threads.Means;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of the comparison: a way to hand a value over, there and back.
 *
 * @param family what it is one of
 * @param owner whose way it is
 * @param label how it differs from the owner's others
 * @param benchmark the full name of the benchmark that times it
 * @param parameters the benchmark's parameters
 * @param subject what its memory is measured on
 */
record Contestant(
    Family family,
    String owner,
    String label,
    String benchmark,
    Map<String, String> parameters,
    Subject subject) {
  private static final String WEFT = "Weft coroutine";

  /** All that is on the class path; which of them a JDK can run is for the caller to say. */
  static List<Contestant> all() {
    return Stream.of(coroutines(), peers(Peer.all()), jdk()).flatMap(List::stream).toList();
  }

  private static List<Contestant> coroutines() {
    return List.of(
        coroutine(Case.GENERATE, Generate.class, Subject.INT_GENERATOR),
        coroutine(Case.SEND, SendReceive.class, Subject.ECHO),
        new Contestant(
            Family.COROUTINE,
            WEFT,
            "send(), not inlined",
            name(SendReceive.class, "coroutineNotInlined"),
            Map.of(),
            Subject.ECHO),
        coroutine(Case.DEEP, Deep.class, Subject.DEEP_100));
  }

  /** Case by case, for those of one case compare. */
  static List<Contestant> peers(List<Peer> peers) {
    return Arrays.stream(Case.values())
        .flatMap(kind ->
            peers.stream()
                .filter(peer -> peer.cases().contains(kind))
                .map(peer -> peer(peer, kind)))
        .toList();
  }

  private static List<Contestant> jdk() {
    return List.of(
        new Contestant(
            Family.CONTINUATION,
            "JDK Continuation",
            "run and yield",
            name(SendReceive.class, "continuation"),
            Map.of(),
            Subject.CONTINUATION),
        virtualThread("Exchanger", Means.EXCHANGER),
        virtualThread("SynchronousQueue", Means.SYNCHRONOUS_QUEUE),
        virtualThread("LockSupport", Means.LOCK_SUPPORT),
        platformThread("Exchanger", Means.EXCHANGER),
        platformThread("SynchronousQueue", Means.SYNCHRONOUS_QUEUE),
        platformThread("LockSupport", Means.LOCK_SUPPORT));
  }

  /** The platform threads that spin where they have a processor each. */
  static Contestant spinning() {
    return platformThread("Exchanger, a processor each", Means.EXCHANGER);
  }

  /** Those that a JDK of this kind can run. */
  static List<Contestant> runnable(boolean hasVirtualThreads) {
    Set<Family> needing = Set.of(Family.CONTINUATION, Family.VIRTUAL_THREAD);
    return all().stream().filter(c -> hasVirtualThreads || !needing.contains(c.family())).toList();
  }

  /** The whole name, as in a chart: {@code virtual thread, Exchanger}. */
  String fullLabel() {
    return owner + ", " + label;
  }

  private static Contestant coroutine(Case kind, Class<?> benchmark, Subject subject) {
    return new Contestant(
        Family.COROUTINE,
        WEFT,
        kind.label(),
        name(benchmark, "coroutine"),
        kind.parameters(),
        subject);
  }

  private static Contestant peer(Peer peer, Case kind) {
    return new Contestant(
        Family.PEER,
        peer.name(),
        kind.label(),
        name(peer.getClass(), kind.benchmark()),
        kind.parameters(),
        Subject.of(peer, kind));
  }

  private static Contestant virtualThread(String label, Means means) {
    return new Contestant(
        Family.VIRTUAL_THREAD,
        "virtual thread",
        label,
        name(SendReceive.class, "virtualThreads"),
        Map.of("means", means.name()),
        Subject.VIRTUAL_THREAD);
  }

  private static Contestant platformThread(String label, Means means) {
    return new Contestant(
        Family.PLATFORM_THREAD,
        "platform thread",
        label,
        name(SendReceive.class, "platformThreads"),
        Map.of("means", means.name()),
        Subject.PLATFORM_THREAD);
  }

  private static String name(Class<?> benchmark, String method) {
    return benchmark.getName() + "." + method;
  }
}
