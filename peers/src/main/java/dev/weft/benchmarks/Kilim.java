package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** <a href="https://github.com/kilim/kilim">Kilim</a>, woven by its own plugin. */
public class Kilim extends ExchangingPeerBenchmark {
  @Override
  Iterator<Integer> range(int limit) {
    return KilimProducers.range(limit);
  }

  @Override
  Iterator<Integer> deep(int depth, int limit) {
    return KilimProducers.deep(depth, limit);
  }

  @Override
  Iterator<Integer> passing(int limit) {
    return KilimProducers.passing(limit);
  }

  @Override
  Iterator<Integer> walk(@Nullable Node node) {
    return KilimProducers.walk(node);
  }

  @Override
  IntUnaryOperator echo() {
    return KilimProducers.echo();
  }

  @Override
  String library() {
    return "Kilim";
  }
}
