package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import kilim.Continuation;
import kilim.Fiber;
import kilim.Generator;
import kilim.Pausable;
import org.jspecify.annotations.Nullable;

/** The cases of the benchmarks as Kilim has them: generators, whose methods may pause. */
final class KilimProducers {
  private KilimProducers() {}

  static Iterator<Integer> range(int limit) {
    return new Range(limit);
  }

  private static final class Range extends Generator<Integer> {
    private final int limit;

    Range(int limit) {
      this.limit = limit;
    }

    @Override
    public void execute() throws Pausable {
      for (int i = 0; i < limit; i++) {
        this.yield(i);
      }
    }
  }

  static Iterator<Integer> deep(int depth, int limit) {
    return new Deep(depth, limit);
  }

  private static final class Deep extends Generator<Integer> {
    private final int depth;
    private final int limit;

    Deep(int depth, int limit) {
      this.depth = depth;
      this.limit = limit;
    }

    @Override
    public void execute() throws Pausable {
      descend(depth);
    }

    /** Adds one on the way back, so that no call is a tail call. */
    private int descend(int left) throws Pausable {
      if (left > 1) {
        return descend(left - 1) + 1;
      }
      for (int i = 0; i < limit; i++) {
        this.yield(i);
      }
      return 1;
    }
  }

  static Iterator<Integer> passing(int limit) {
    return new Passing(limit);
  }

  private static final class Passing extends Generator<Integer> {
    private final int limit;

    Passing(int limit) {
      this.limit = limit;
    }

    @Override
    public void execute() throws Pausable {
      for (int i = 0; i < limit; i++) {
        if (Filter.passes(i)) {
          this.yield(i);
        }
      }
    }
  }

  static Iterator<Integer> walk(@Nullable Node root) {
    return new Walk(root);
  }

  private static final class Walk extends Generator<Integer> {
    private final @Nullable Node root;

    Walk(@Nullable Node root) {
      this.root = root;
    }

    @Override
    public void execute() throws Pausable {
      walk(root);
    }

    private void walk(@Nullable Node node) throws Pausable {
      if (node != null) {
        walk(node.left());
        this.yield(node.value());
        walk(node.right());
      }
    }
  }

  static IntUnaryOperator echo() {
    return new Echo();
  }

  /** Kilim passes nothing in or out of a continuation: both sides use fields. */
  private static final class Echo extends Continuation implements IntUnaryOperator {
    private int heard;
    private int answer;

    @Override
    public void execute() throws Pausable {
      while (true) {
        answer = heard;
        Fiber.yield();
      }
    }

    @Override
    public int applyAsInt(int value) {
      heard = value;
      run();
      return answer;
    }
  }
}
