package dev.weft.benchmarks.scale;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.benchmarks.NanosPerElement;
import java.util.Iterator;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A switch to a yield some calls deep, where it was suspended long ago and stays. */
@Fork(value = 1, jvmArgsPrepend = DeepSwitch.STACK)
public class DeepSwitch extends NanosPerElement {
  /** It is deep but once, before it first suspends. */
  static final String STACK = "-Xss64m";

  private static final int BATCH = 1_000;

  /** How many subroutines stand between the generator and the yield. */
  @Param({"1", "10000"})
  public int depth;

  private Iterator<Integer> suspended = List.<Integer>of().iterator();

  @Setup
  public void suspend() {
    suspended = values(depth);
    checked(sumBelow(BATCH), takeBatch());
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long coroutine() {
    return checked(sumBelow(BATCH), takeBatch());
  }

  private long takeBatch() {
    long sum = 0;
    for (int i = 0; i < BATCH; i++) {
      sum += suspended.next();
    }
    return sum;
  }

  @Coroutine
  private static Generator<Integer, Void, Integer> values(int depth) {
    return Coroutines.done(descend(depth));
  }

  @Coroutine
  private static int descend(int depth) {
    if (depth > 1) {
      return descend(depth - 1) + 1;
    }
    while (true) {
      for (int i = 0; i < BATCH; i++) {
        Coroutines.yield(i);
      }
    }
  }
}
