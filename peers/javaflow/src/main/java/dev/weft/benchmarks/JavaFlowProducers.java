package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;
import org.jspecify.annotations.Nullable;

/**
 * The cases of the benchmarks as JavaFlow has them: continuations, which methods annotated
 * continuable may suspend. Lambdas would need its agent.
 */
final class JavaFlowProducers {
  private JavaFlowProducers() {}

  static Iterator<Integer> range(int limit) {
    return new JavaFlowIterator(new RangeBody(limit));
  }

  private record RangeBody(int limit) implements Runnable {
    @Override
    public @continuable void run() {
      for (int i = 0; i < limit; i++) {
        Continuation.suspend(i);
      }
    }
  }

  static Iterator<Integer> deep(int depth, int limit) {
    return new JavaFlowIterator(new DeepBody(depth, limit));
  }

  private record DeepBody(int depth, int limit) implements Runnable {
    @Override
    public @continuable void run() {
      descend(depth);
    }

    /** Adds one on the way back, so that no call is a tail call. */
    private @continuable int descend(int left) {
      if (left > 1) {
        return descend(left - 1) + 1;
      }
      for (int i = 0; i < limit; i++) {
        Continuation.suspend(i);
      }
      return 1;
    }
  }

  static Iterator<Integer> passing(int limit) {
    return new JavaFlowIterator(new PassingBody(limit));
  }

  private record PassingBody(int limit) implements Runnable {
    @Override
    public @continuable void run() {
      for (int i = 0; i < limit; i++) {
        if (Filter.passes(i)) {
          Continuation.suspend(i);
        }
      }
    }
  }

  static Iterator<Integer> walk(@Nullable Node root) {
    return new JavaFlowIterator(new WalkBody(root));
  }

  private record WalkBody(@Nullable Node root) implements Runnable {
    @Override
    public @continuable void run() {
      walk(root);
    }

    private static @continuable void walk(@Nullable Node node) {
      if (node != null) {
        walk(node.left());
        Continuation.suspend(node.value());
        walk(node.right());
      }
    }
  }

  static IntUnaryOperator echo() {
    return new Echo();
  }

  private static final class Echo implements IntUnaryOperator {
    private Continuation rest = Continuation.startWith(new EchoBody(), true);

    @Override
    public int applyAsInt(int value) {
      rest = rest.resume(value);
      return (Integer) rest.value();
    }
  }

  private record EchoBody() implements Runnable {
    @Override
    public @continuable void run() {
      Object heard = null;
      while (true) {
        heard = Continuation.suspend(heard);
      }
    }
  }
}
