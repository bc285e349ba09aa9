package dev.weft.benchmarks.compare;

import java.util.Map;

/** What coroutines of every kind can be compared in. */
public enum Case {
  /** A generator is resumed and gives a value. */
  GENERATE("generate, next()", "generate", Map.of(), 200_000),
  /** A value goes in, and comes back. */
  SEND("send()", "send", Map.of(), 200_000),
  /** A generator is resumed whose yield stands 100 calls deep. */
  DEEP("100 calls deep, next()", "deep", Map.of("depth", "100"), 10_000);

  private final String label;
  private final String benchmark;
  private final Map<String, String> parameters;
  private final int suspended;

  Case(String label, String benchmark, Map<String, String> parameters, int suspended) {
    this.label = label;
    this.benchmark = benchmark;
    this.parameters = parameters;
    this.suspended = suspended;
  }

  String label() {
    return label;
  }

  /** The method of a {@link Peer} that times this. */
  String benchmark() {
    return benchmark;
  }

  /** The parameters of that method. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** How many are suspended at a time to see how much memory one of them holds. */
  int suspended() {
    return suspended;
  }
}
