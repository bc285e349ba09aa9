package dev.weft.agent.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ascending values that are nearest to others by weighted least squares: neighbours that are
 * out of order are pooled, and get their mean (isotonic regression).
 */
final class AscendingFit {
  /** Neighbours that share a value. */
  private record Pool(double mean, double weight, int size) {
    Pool with(Pool next) {
      double sum = weight + next.weight;
      return new Pool((mean * weight + next.mean * next.weight) / sum, sum, size + next.size);
    }
  }

  private final List<Pool> pools = new ArrayList<>();

  /** Adds a value after those added before. */
  void add(double value, double weight) {
    Pool last = new Pool(value, weight, 1);
    while (!pools.isEmpty() && pools.get(pools.size() - 1).mean > last.mean) {
      last = pools.remove(pools.size() - 1).with(last);
    }
    pools.add(last);
  }

  /** The fitted values, in the order in which theirs were added. */
  double[] values() {
    return pools.stream()
        .flatMap(pool -> Stream.generate(pool::mean).limit(pool.size()))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
