package dev.weft.benchmarks.compare;

import dev.weft.benchmarks.threads.ThreadKind;
import java.util.function.Supplier;

/**
 * What is suspended many times over to see how much memory one of it holds.
 *
 * @param name by which a JVM that measures is told what; no other has it
 * @param count how many are suspended at a time
 * @param maker makes one, suspended
 */
record Subject(String name, int count, Supplier<Object> maker) {
  static final Subject INT_GENERATOR = own(Case.GENERATE, Suspended::ints);
  static final Subject ECHO = own(Case.SEND, Suspended::echo);
  static final Subject DEEP_100 = own(Case.DEEP, Suspended::deep);
  static final Subject CONTINUATION = new Subject("CONTINUATION", 200_000, Suspended::continuation);
  static final Subject VIRTUAL_THREAD =
      new Subject("VIRTUAL_THREAD", 200_000, () -> Suspended.thread(ThreadKind.VIRTUAL));

  /** Few enough for the limits that operating systems set. */
  static final Subject PLATFORM_THREAD =
      new Subject("PLATFORM_THREAD", 1_000, () -> Suspended.thread(ThreadKind.PLATFORM));

  private static Subject own(Case kind, Supplier<Object> maker) {
    return new Subject("WEFT " + kind, kind.suspended(), maker);
  }

  /** What a peer suspends in one of its cases. */
  static Subject of(Peer peer, Case kind) {
    return new Subject(peer.name() + " " + kind, kind.suspended(), () -> peer.suspended(kind));
  }

  /** The one of this name, of all that takes part in the comparison. */
  static Subject named(String name) {
    return Contestant.all().stream()
        .map(Contestant::subject)
        .filter(subject -> subject.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing to suspend is named " + name));
  }
}
