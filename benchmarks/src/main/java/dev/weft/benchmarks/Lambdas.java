package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.VoidBody;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Case 10: the producer of {@link Generate} as a lambda, alone and after ten other lambdas have run
 * in the same JVM.
 *
 * <p>To expect: {@link #each} and {@link #of} as fast as {@link #method}, whatever ran before,
 * since a lambda that is given to them on the spot has a frame class of its own. A lambda that
 * comes in a variable shares its class with all others like it; so there it tells that others have
 * run.
 */
public class Lambdas extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);

  /** In a field, so that it is no longer known who made it. */
  private VoidBody<Integer, Void> body =
      out -> {
        for (int i = 0; i < N; i++) {
          out.yield(i);
        }
      };

  /** How many other lambdas of each kind have run before. */
  @State(Scope.Benchmark)
  public static class Others {
    private static final int RUNS = 20_000;

    @Param({"0", "10"})
    public int others;

    @Setup
    public void run() {
      for (int run = 0; run < RUNS; run++) {
        for (int i = 0; i < others; i++) {
          checked(i, take(ON_THE_SPOT.get(i).get()));
          checked(i, take(Generator.each(IN_VARIABLES.get(i))));
        }
      }
    }

    /** A consumer of their own, for the one that is measured is not to have met them. */
    private static long take(Iterator<Integer> values) {
      long sum = 0;
      while (values.hasNext()) {
        sum += values.next();
      }
      return sum;
    }
  }

  private static final List<Supplier<Iterator<Integer>>> ON_THE_SPOT =
      List.of(
          () -> Generator.each(out -> out.yield(0)),
          () -> Generator.each(out -> out.yield(1)),
          () -> Generator.each(out -> out.yield(2)),
          () -> Generator.each(out -> out.yield(3)),
          () -> Generator.each(out -> out.yield(4)),
          () -> Generator.each(out -> out.yield(5)),
          () -> Generator.each(out -> out.yield(6)),
          () -> Generator.each(out -> out.yield(7)),
          () -> Generator.each(out -> out.yield(8)),
          () -> Generator.each(out -> out.yield(9)));

  private static final List<VoidBody<Integer, Void>> IN_VARIABLES =
      List.of(
          out -> out.yield(0),
          out -> out.yield(1),
          out -> out.yield(2),
          out -> out.yield(3),
          out -> out.yield(4),
          out -> out.yield(5),
          out -> out.yield(6),
          out -> out.yield(7),
          out -> out.yield(8),
          out -> out.yield(9));

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten(Others others) {
    return checked(SUM, sum(new Range(N)));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long method(Others others) {
    return checked(SUM, sum(range()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> range() {
    for (int i = 0; i < N; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long each(Others others) {
    Generator<Integer, Void, @Nullable Void> range =
        Generator.each(out -> {
          for (int i = 0; i < N; i++) {
            out.yield(i);
          }
        });
    return checked(SUM, sum(range));
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long of(Others others) {
    Generator<Integer, Void, Integer> range =
        Generator.of(out -> {
          for (int i = 0; i < N; i++) {
            out.yield(i);
          }
          return N;
        });
    long sum = checked(SUM, sum(range));
    checked(N, range.result());
    return sum;
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long inVariable(Others others) {
    return checked(SUM, sum(Generator.each(body)));
  }
}
