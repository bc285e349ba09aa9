package dev.weft.benchmarks;

import dev.weft.benchmarks.compare.Case;
import dev.weft.benchmarks.compare.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a library is measured on: the same work, and the same consumers, as in {@link Generate},
 * {@link Deep}, {@link Filter} and {@link Tree}, and producers made and run to their end.
 *
 * <p>A subclass says how the library produces. Its class is the only one in the JVM that measures
 * it, so that the compiler sees through the calls to it.
 */
public abstract class PeerBenchmark extends NanosPerElement implements Peer {
  static final int N = 10_000;
  private static final int LENGTH = 3;
  private static final int LEVELS = 13;
  static final int NODES = (1 << LEVELS) - 1;
  private static final int DEPTH = 100;

  final @Nullable Node root = Node.complete(LEVELS, 0);

  /** How many of the library's subroutines stand between the producer and the yield. */
  @State(Scope.Benchmark)
  public static class Depth {
    @Param({"1", "10", "100"})
    public int depth;
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long generate() {
    return checked(sumBelow(N), sum(range(N)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long deep(Depth depth) {
    return checked(sumBelow(N), sum(deep(depth.depth, N)));
  }

  @Benchmark
  @OperationsPerInvocation(Filter.N)
  public long filter() {
    return checked(Filter.SUM, sum(passing(Filter.N)));
  }

  @Benchmark
  @OperationsPerInvocation(NODES)
  public long tree() {
    return checked(sumBelow(NODES), sum(walk(root)));
  }

  /** One element is one producer of three ints. */
  @Benchmark
  @OperationsPerInvocation(N)
  public long create() {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += sum(range(LENGTH));
    }
    return checked(N * sumBelow(LENGTH), sum);
  }

  /** Gives 0, 1, ... limit - 1. */
  abstract Iterator<Integer> range(int limit);

  /** The same, by a subroutine that has called itself down to a depth. */
  abstract Iterator<Integer> deep(int depth, int limit);

  /** Of 0, 1, ... limit - 1 gives those that pass {@link Filter#passes}. */
  abstract Iterator<Integer> passing(int limit);

  /** Walks a tree in order by a recursive subroutine. */
  abstract Iterator<Integer> walk(@Nullable Node node);

  /** The library's name, which is also the key to its version. */
  abstract String library();

  @Override
  public String name() {
    Properties versions = new Properties();
    try (InputStream stream = PeerBenchmark.class.getResourceAsStream("versions.properties")) {
      versions.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return library() + " " + versions.getProperty(library());
  }

  @Override
  public Set<Case> cases() {
    return EnumSet.of(Case.GENERATE, Case.DEEP);
  }

  @Override
  public Object suspended(Case kind) {
    Iterator<Integer> producer =
        switch (kind) {
          case GENERATE -> range(N);
          case DEEP -> deep(DEPTH, N);
          case SEND -> throw new IllegalArgumentException(library() + " exchanges no values");
        };
    producer.next();
    return producer;
  }
}
