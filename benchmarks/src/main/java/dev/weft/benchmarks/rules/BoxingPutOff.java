package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Rule: an int that is yielded stays an int in the generator, and {@code next()} boxes it, where
 * the compiler sees the box unboxed again. Without it, the yield boxes it into a field.
 *
 * <p>The consumer knows only an {@link Iterator}, and is compiled on its own. To expect: no
 * allocation per int with the rule ({@code -prof gc}), 16 bytes without.
 */
public class BoxingPutOff extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule() {
    return checked(SUM, sumOfParameter(new BoxedByNext()));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule() {
    return checked(SUM, sumOfParameter(new BoxedByYield()));
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static long sumOfParameter(Iterator<Integer> values) {
    return sum(values);
  }

  private static final class BoxedByNext extends Machine {
    private int i;

    @Override
    boolean advance() {
      value = i;
      return i++ < N;
    }
  }

  /** As {@link Machine}, with a field for a box. */
  private static final class BoxedByYield implements Iterator<Integer> {
    private int i;
    private boolean ready;
    private Integer box = -1;

    private boolean advance() {
      box = i;
      return i++ < N;
    }

    @Override
    public boolean hasNext() {
      if (!ready) {
        ready = advance();
      }
      return ready;
    }

    @Override
    public Integer next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      return box;
    }
  }
}
