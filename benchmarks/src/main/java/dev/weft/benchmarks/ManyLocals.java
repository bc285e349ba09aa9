package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Case 9: a producer of 10,000 ints with 20 variables of five types, all needed to the end; five of
 * them change from one int to the next.
 *
 * <p>Only the five need to be saved at a yield, but all 20 have to be brought back. To expect: near
 * {@link #handWritten}, whose variables are fields, as long as the body is small enough to be
 * inlined.
 */
public class ManyLocals extends NanosPerElement {
  private static final int N = 10_000;

  /** Every element is its own index plus 1. */
  private static final long SUM = sumBelow(N + 1);

  /**
   * What they come to: of each numeric type 2, 4, 6 and one that has grown by N; the texts last.
   */
  private static final double CHECKSUM = 4 * (2 + 4 + 6.0 + N) + 6 + N % 3;

  @Benchmark
  @OperationsPerInvocation(N)
  public long handWritten() {
    ByHand values = new ByHand(2);
    long sum = checked(SUM, sum(values));
    checked((long) CHECKSUM, (long) values.checksum());
    return sum;
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(N)
  public long coroutine() {
    Generator<Integer, Void, Double> values = values(2);
    long sum = checked(SUM, sum(values));
    checked((long) CHECKSUM, values.result().longValue());
    return sum;
  }

  @Coroutine
  private static Generator<Integer, Void, Double> values(int two) {
    int i = 0;
    int i2 = two;
    int i4 = two + two;
    int i6 = i4 + two;
    long l = 0;
    long l2 = i2;
    long l4 = i4;
    long l6 = i6;
    float f = 0;
    float f2 = i2;
    float f4 = i4;
    float f6 = i6;
    double d = 0;
    double d2 = i2;
    double d4 = i4;
    double d6 = i6;
    String s = "";
    String s1 = String.valueOf(i2);
    String s2 = s1 + s1;
    String s3 = s2 + s1;
    while (i < N) {
      i++;
      l++;
      f++;
      d++;
      s = i % 3 == 0 ? "" : i % 3 == 1 ? s1 : s2;
      Coroutines.yield(i);
    }
    return Coroutines.done(
        (i + i2 + i4 + i6)
            + (l + l2 + l4 + l6)
            + (f + f2 + f4 + f6)
            + (d + d2 + d4 + d6)
            + (s.length() + s1.length() + s2.length() + s3.length()));
  }

  /** The same variables as fields. */
  private static final class ByHand implements Iterator<Integer> {
    private int i;
    private final int i2;
    private final int i4;
    private final int i6;
    private long l;
    private final long l2;
    private final long l4;
    private final long l6;
    private float f;
    private final float f2;
    private final float f4;
    private final float f6;
    private double d;
    private final double d2;
    private final double d4;
    private final double d6;
    private String s = "";
    private final String s1;
    private final String s2;
    private final String s3;

    ByHand(int two) {
      i2 = two;
      i4 = two + two;
      i6 = i4 + two;
      l2 = i2;
      l4 = i4;
      l6 = i6;
      f2 = i2;
      f4 = i4;
      f6 = i6;
      d2 = i2;
      d4 = i4;
      d6 = i6;
      s1 = String.valueOf(i2);
      s2 = s1 + s1;
      s3 = s2 + s1;
    }

    @Override
    public boolean hasNext() {
      return i < N;
    }

    @Override
    public Integer next() {
      if (i >= N) {
        throw new NoSuchElementException();
      }
      i++;
      l++;
      f++;
      d++;
      s = i % 3 == 0 ? "" : i % 3 == 1 ? s1 : s2;
      return i;
    }

    double checksum() {
      return (i + i2 + i4 + i6)
          + (l + l2 + l4 + l6)
          + (f + f2 + f4 + f6)
          + (d + d2 + d4 + d6)
          + (s.length() + s1.length() + s2.length() + s3.length());
    }
  }
}
