package dev.weft.benchmarks;

import dev.weft.benchmarks.compare.Case;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * What a library is measured on whose coroutines can be handed values, as in {@link SendReceive}.
 */
public abstract class ExchangingPeerBenchmark extends PeerBenchmark {
  /** One element is one value there and one back. */
  @Benchmark
  @OperationsPerInvocation(N)
  public long send() {
    IntUnaryOperator echo = echo();
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += echo.applyAsInt(i);
    }
    return checked(sumBelow(N), sum);
  }

  /** Answers with what it is sent, from inside a coroutine. */
  abstract IntUnaryOperator echo();

  @Override
  public Set<Case> cases() {
    return EnumSet.allOf(Case.class);
  }

  @Override
  public Object suspended(Case kind) {
    if (kind != Case.SEND) {
      return super.suspended(kind);
    }
    IntUnaryOperator echo = echo();
    checked(1, echo.applyAsInt(1));
    return echo;
  }
}
