package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Rule: a subroutine makes its frame when it suspends. Without it every call makes one, and links
 * it to its caller's, whether or not it is ever needed.
 *
 * <p>The case is {@code PlainCalls}: calls that do not suspend. To expect: an allocation per call
 * ({@code -prof gc}) saved.
 */
public class LazyFrames extends NanosPerElement {
  private static final int FIBONACCI = 20;
  private static final long RESULT = 6_765;
  private static final int CALLS = 21_891;

  /** The innermost frame of the running coroutine; null where none was made. */
  private @Nullable Frame innermost;

  private boolean suspended;

  private record Frame(@Nullable Frame caller, int n) {}

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long withRule() {
    return checked(RESULT, lazily(FIBONACCI));
  }

  private int lazily(int n) {
    if (n < 2) {
      return n;
    }
    int left = lazily(n - 1);
    if (suspended) {
      innermost = new Frame(innermost, n);
      return 0;
    }
    int right = lazily(n - 2);
    if (suspended) {
      innermost = new Frame(innermost, n);
      return 0;
    }
    return left + right;
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long withoutRule() {
    return checked(RESULT, eagerly(FIBONACCI));
  }

  private int eagerly(int n) {
    Frame frame = new Frame(innermost, n);
    innermost = frame;
    if (n < 2) {
      innermost = frame.caller;
      return n;
    }
    int left = eagerly(n - 1);
    if (suspended) {
      return 0;
    }
    int right = eagerly(n - 2);
    if (suspended) {
      return 0;
    }
    innermost = frame.caller;
    return left + right;
  }
}
