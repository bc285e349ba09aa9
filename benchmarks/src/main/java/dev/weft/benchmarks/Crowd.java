package dev.weft.benchmarks;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Case 14: a million producers that are all under way, one int from each in turn.
 *
 * <p>They do not fit into the caches, so what is measured is mostly memory: how many bytes of a
 * producer an int touches. To expect: {@link #coroutine} to {@link #handWritten} as 48 bytes to 24,
 * and both several times as much if shuffled, where no prefetch helps.
 */
public class Crowd extends NanosPerElement {
  private static final int BATCH = 1_000;

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long handWritten(Iterators crowd) {
    return crowd.takeBatch();
  }

  @Benchmark
  @Floor("handWritten")
  @OperationsPerInvocation(BATCH)
  public long coroutine(Generators crowd) {
    return crowd.takeBatch();
  }

  /** Producers of 0, 1, 2, ... that are driven in turn. */
  public abstract static class Members {
    /** How many; a multiple of 1,000. */
    @Param("1000000")
    public int count;

    /** Whether their order in turn has nothing to do with their places in memory. */
    @Param({"false", "true"})
    public boolean shuffled;

    private List<Iterator<Integer>> members = List.of();
    private int position;
    private int round;

    abstract Iterator<Integer> member();

    @Setup
    public void begin() {
      members = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        Iterator<Integer> member = member();
        checked(0, member.next());
        members.add(member);
      }
      if (shuffled) {
        Collections.shuffle(members, new Random(1));
      }
      round = 1;
    }

    /** One int from each of the next thousand: they are all equal. */
    long takeBatch() {
      int end = position + BATCH;
      long sum = 0;
      for (int i = position; i < end; i++) {
        sum += members.get(i).next();
      }
      checked((long) BATCH * round, sum);
      position = end;
      if (position == count) {
        position = 0;
        round++;
      }
      return sum;
    }
  }

  /** Written by hand. */
  @State(Scope.Thread)
  public static class Iterators extends Members {
    @Override
    Iterator<Integer> member() {
      return new Range(Integer.MAX_VALUE);
    }
  }

  /** Coroutines. */
  @State(Scope.Thread)
  public static class Generators extends Members {
    @Override
    Iterator<Integer> member() {
      return range(Integer.MAX_VALUE);
    }
  }

  @Coroutine
  private static Generator<Integer, Void, Void> range(int limit) {
    for (int i = 0; i < limit; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }
}
