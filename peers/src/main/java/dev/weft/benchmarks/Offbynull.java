package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://github.com/offbynull/coroutines">offbynull's coroutines</a>, woven by their own
 * plugin.
 */
public class Offbynull extends ExchangingPeerBenchmark {
  @Override
  Iterator<Integer> range(int limit) {
    return OffbynullProducers.range(limit);
  }

  @Override
  Iterator<Integer> deep(int depth, int limit) {
    return OffbynullProducers.deep(depth, limit);
  }

  @Override
  Iterator<Integer> passing(int limit) {
    return OffbynullProducers.passing(limit);
  }

  @Override
  Iterator<Integer> walk(@Nullable Node node) {
    return OffbynullProducers.walk(node);
  }

  @Override
  IntUnaryOperator echo() {
    return OffbynullProducers.echo();
  }

  @Override
  String library() {
    return "offbynull";
  }
}
