package dev.weft.benchmarks.scale;

import dev.weft.benchmarks.NanosPerElement;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * A switch to a generator that keeps some ints besides its counter; they all change from one yield
 * to the next, or none does. What does not change is not saved again, but brought back all the
 * same.
 */
public class LocalsSwitch extends NanosPerElement {
  private static final int N = 10_000;

  /** How many there are. */
  @Param({"1", "10", "100"})
  public int locals;

  /** Whether they change. */
  @Param({"false", "true"})
  public boolean changing;

  private IntFunction<Iterator<Integer>> generators = limit -> List.<Integer>of().iterator();

  @Setup
  public void compile() throws IOException, ReflectiveOperationException {
    generators = LocalsSource.compiled(locals, changing);
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long coroutine() {
    return checked(sumBelow(N), sum(generators.apply(N)));
  }
}
