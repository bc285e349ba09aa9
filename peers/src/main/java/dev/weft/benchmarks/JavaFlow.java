package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://github.com/vsilaev/tascalate-javaflow">Tascalate JavaFlow</a>, woven by its own
 * plugin.
 */
public class JavaFlow extends ExchangingPeerBenchmark {
  @Override
  Iterator<Integer> range(int limit) {
    return JavaFlowProducers.range(limit);
  }

  @Override
  Iterator<Integer> deep(int depth, int limit) {
    return JavaFlowProducers.deep(depth, limit);
  }

  @Override
  Iterator<Integer> passing(int limit) {
    return JavaFlowProducers.passing(limit);
  }

  @Override
  Iterator<Integer> walk(@Nullable Node node) {
    return JavaFlowProducers.walk(node);
  }

  @Override
  IntUnaryOperator echo() {
    return JavaFlowProducers.echo();
  }

  @Override
  String library() {
    return "JavaFlow";
  }
}
