package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Rule: a frame has a field of the right type for every variable. Without it, arrays hold the
 * variables of all types ({@link #arrays}: one of longs, one of references), or an array of boxes
 * does ({@link #boxes}).
 */
public class TypedFields extends NanosPerElement {
  private static final int N = 10_000;
  private static final long SUM = sumBelow(N);
  private static final String LABEL = "label";

  private abstract static class Counter extends Machine {
    /** One step of the body that all have: an int, a long, a double and a reference change. */
    static int step(int i, long total, double mean, String label) {
      return label.length() == LABEL.length() && total >= 0 && mean >= 0 ? i : -1;
    }
  }

  private static final class Fields extends Counter {
    private int i;
    private long total;
    private double mean;
    private String label = LABEL;

    @Override
    boolean advance() {
      value = step(i, total, mean, label);
      total += i;
      mean += 0.5;
      label = (i & 1) == 0 ? LABEL : "LABEL";
      return i++ < N;
    }
  }

  private static final class Arrays extends Counter {
    private final long[] primitives = new long[3];
    private final Object[] references = {LABEL};

    @Override
    boolean advance() {
      int i = (int) primitives[0];
      long total = primitives[1];
      double mean = Double.longBitsToDouble(primitives[2]);
      value = step(i, total, mean, (String) references[0]);
      primitives[0] = i + 1L;
      primitives[1] = total + i;
      primitives[2] = Double.doubleToRawLongBits(mean + 0.5);
      references[0] = (i & 1) == 0 ? LABEL : "LABEL";
      return i < N;
    }
  }

  private static final class Boxes extends Counter {
    private final Object[] variables = {0, 0L, 0.0, LABEL};

    @Override
    boolean advance() {
      int i = (Integer) variables[0];
      long total = (Long) variables[1];
      double mean = (Double) variables[2];
      value = step(i, total, mean, (String) variables[3]);
      variables[0] = i + 1;
      variables[1] = total + i;
      variables[2] = mean + 0.5;
      variables[3] = (i & 1) == 0 ? LABEL : "LABEL";
      return i < N;
    }
  }

  /** The generator is kept where the compiler cannot see all of its life, as most are. */
  @Nullable Machine kept;

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule() {
    return sumOfKept(new Fields());
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long arrays() {
    return sumOfKept(new Arrays());
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long boxes() {
    return sumOfKept(new Boxes());
  }

  private long sumOfKept(Machine machine) {
    kept = machine;
    return checked(SUM, sum(machine));
  }
}
