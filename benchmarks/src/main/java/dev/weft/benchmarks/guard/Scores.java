package dev.weft.benchmarks.guard;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What benchmarks took in one run.
 *
 * @param nanos by benchmark, with its parameters as {@link #key} writes them
 */
record Scores(SortedMap<String, Double> nanos) {
  private static final String PARAMETERS = ":";

  Scores {
    nanos = new TreeMap<>(nanos);
  }

  /**
   * One word for a benchmark with its parameters: {@code some.Class.method:depth=10,shape=flat}.
   */
  static String key(String benchmark, Map<String, String> parameters) {
    return parameters.isEmpty()
        ? benchmark
        : new TreeMap<>(parameters)
            .entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(",", benchmark + PARAMETERS, ""));
  }

  /** The full name of the benchmark that a key stands for. */
  static String benchmark(String key) {
    int end = key.indexOf(PARAMETERS);
    return end < 0 ? key : key.substring(0, end);
  }

  /**
   * How many times its floor each case took.
   *
   * @param cases which
   * @return by key; the floor is the one with the same parameters, else the one without any
   */
  SortedMap<String, Double> ratios(Collection<GuardedCase> cases) {
    SortedMap<String, Double> ratios = new TreeMap<>();
    for (GuardedCase guarded : cases) {
      for (Map.Entry<String, Double> score : nanos.entrySet()) {
        if (benchmark(score.getKey()).equals(guarded.benchmark())) {
          ratios.put(score.getKey(), score.getValue() / floor(guarded, score.getKey()));
        }
      }
    }
    return ratios;
  }

  private double floor(GuardedCase guarded, String key) {
    String parameters = key.substring(guarded.benchmark().length());
    Double same = nanos.get(guarded.floor() + parameters);
    Double plain = same == null ? nanos.get(guarded.floor()) : same;
    if (plain == null) {
      throw new IllegalStateException(
          "the floor of " + key + " was not measured: there is no benchmark " + guarded.floor());
    }
    return plain;
  }
}
