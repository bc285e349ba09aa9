package dev.weft.benchmarks.compare;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Another library that Weft is compared with, found by {@link ServiceLoader}: its coroutines in the
 * same cases. The class that implements this is a JMH benchmark with a method for each of its
 * cases: {@code generate}, {@code send}, {@code deep}; the last has a parameter {@code depth}.
 */
public interface Peer {
  /**
   * What readers know it by.
   *
   * @return name and version
   */
  String name();

  /**
   * The cases in which it can be measured.
   *
   * @return those that it has a benchmark for
   */
  Set<Case> cases();

  /**
   * Makes a coroutine and suspends it.
   *
   * @param kind one of {@link #cases}
   * @return what keeps it
   */
  Object suspended(Case kind);

  /**
   * Those on the class path.
   *
   * @return in the order to show them; none in the benchmarks' own jar
   */
  static List<Peer> all() {
    return ServiceLoader.load(Peer.class).stream().map(ServiceLoader.Provider::get).toList();
  }
}
