package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Loops of more shapes than {@link Filter}'s: two yields in one loop, and a loop within a loop that
 * yields in the inner one, or in both. One element is one int looked at, of 100,000; about one in
 * 64 is yielded, or two.
 *
 * <p>As in {@code Filter} the loop between two yields is measured. The floors are the iterators one
 * would write by hand.
 */
public class Loops extends NanosPerElement {
  private static final int N = Filter.N;
  private static final int ROWS = 100;
  private static final int COLUMNS = N / ROWS;
  private static final int OTHER = 7;
  private static final long TWO_SUM = Filter.SUM + sumOfOthers();
  private static final long BOTH_SUM = Filter.SUM + sumBelow(ROWS);

  private static boolean passesToo(int i) {
    return Filter.passes(i + OTHER);
  }

  private static long sumOfOthers() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      if (passesToo(i)) {
        sum -= i;
      }
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long twoPointsHandWritten() {
    return checked(TWO_SUM, sum(new PassingTwice()));
  }

  /** Always one element ahead; it comes by an int twice if the first filter lets it pass. */
  private static final class PassingTwice implements Iterator<Integer> {
    private int position;
    private boolean half;
    private int next;
    private boolean ended;

    PassingTwice() {
      advance();
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public Integer next() {
      int value = next;
      advance();
      return value;
    }

    private void advance() {
      int i = position;
      if (half) {
        half = false;
        if (passesToo(i)) {
          next = -i;
          position = i + 1;
          return;
        }
        i++;
      }
      for (; i < N; i++) {
        if (Filter.passes(i)) {
          next = i;
          position = i;
          half = true;
          return;
        }
        if (passesToo(i)) {
          next = -i;
          position = i + 1;
          return;
        }
      }
      ended = true;
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long twoPoints() {
    return checked(TWO_SUM, sum(passingTwice()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> passingTwice() {
    for (int i = 0; i < N; i++) {
      if (Filter.passes(i)) {
        Coroutines.yield(i);
      }
      if (passesToo(i)) {
        Coroutines.yield(-i);
      }
    }
    return Coroutines.done();
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long nestedHandWritten() {
    return checked(Filter.SUM, sum(new PassingCells(false)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long nestedBothHandWritten() {
    return checked(BOTH_SUM, sum(new PassingCells(true)));
  }

  /** Always one element ahead. */
  private static final class PassingCells implements Iterator<Integer> {
    private final boolean rows;
    private int row;
    private int column;
    private int next;
    private boolean ended;

    PassingCells(boolean rows) {
      this.rows = rows;
      advance();
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public Integer next() {
      int value = next;
      advance();
      return value;
    }

    private void advance() {
      int c = column;
      for (int r = row; r < ROWS; r++) {
        for (; c < COLUMNS; c++) {
          if (Filter.passes(r * COLUMNS + c)) {
            next = r * COLUMNS + c;
            row = r;
            column = c + 1;
            return;
          }
        }
        c = 0;
        if (rows) {
          next = r;
          row = r + 1;
          column = 0;
          return;
        }
      }
      ended = true;
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long nested() {
    return checked(Filter.SUM, sum(passingCells()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> passingCells() {
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        if (Filter.passes(r * COLUMNS + c)) {
          Coroutines.yield(r * COLUMNS + c);
        }
      }
    }
    return Coroutines.done();
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long nestedBoth() {
    return checked(BOTH_SUM, sum(passingCellsAndRows()));
  }

  @Coroutine
  private static Generator<Integer, Void, Void> passingCellsAndRows() {
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        if (Filter.passes(r * COLUMNS + c)) {
          Coroutines.yield(r * COLUMNS + c);
        }
      }
      Coroutines.yield(r);
    }
    return Coroutines.done();
  }
}
