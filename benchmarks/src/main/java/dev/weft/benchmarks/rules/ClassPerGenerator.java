package dev.weft.benchmarks.rules;

import dev.weft.benchmarks.NanosPerElement;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * Rule: a class for every generator method, so that the compiler knows from the class which body
 * runs. Without it there is one class for all, and the body is a value in a field.
 *
 * <p>Other generators have run before, as in any program: a body in a field is then one of many. To
 * expect: {@link #withRule} is inlined, {@link #withoutRule} a call per int.
 */
public class ClassPerGenerator extends NanosPerElement {
  private static final int N = 10_000;
  private static final int WARM_UP = 20_000;
  private static final long SUM = sumBelow(N);

  @Setup
  public void runOthers() {
    for (int i = 0; i < WARM_UP; i++) {
      for (Body body : List.<Body>of(new Twice(), new Squares(), new Zeros())) {
        drain(new Shared(body, 10));
      }
      for (Machine other : List.of(new OwnTwice(10), new OwnSquares(10), new OwnZeros(10))) {
        drain(other);
      }
    }
  }

  /** A consumer of their own, for the one that is measured is not to have met them. */
  private static void drain(Machine machine) {
    while (machine.hasNext()) {
      machine.next();
    }
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withRule() {
    return checked(SUM, sum(new OwnRange(N)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public long withoutRule() {
    return checked(SUM, sum(new Shared(new Counting(), N)));
  }

  private static final class OwnRange extends Machine {
    private final int limit;
    private int i;

    OwnRange(int limit) {
      this.limit = limit;
    }

    @Override
    boolean advance() {
      value = i;
      return i++ < limit;
    }
  }

  private static final class OwnTwice extends Machine {
    private final int limit;
    private int i;

    OwnTwice(int limit) {
      this.limit = limit;
    }

    @Override
    boolean advance() {
      value = 2 * i;
      return i++ < limit;
    }
  }

  private static final class OwnSquares extends Machine {
    private final int limit;
    private int i;

    OwnSquares(int limit) {
      this.limit = limit;
    }

    @Override
    boolean advance() {
      value = i * i;
      return i++ < limit;
    }
  }

  private static final class OwnZeros extends Machine {
    private final int limit;
    private int i;

    OwnZeros(int limit) {
      this.limit = limit;
    }

    @Override
    boolean advance() {
      value = 0;
      return i++ < limit;
    }
  }

  /** The class for all, with a body and places for its variables. */
  private static final class Shared extends Machine {
    private final Body body;
    private final int limit;
    private int i;

    Shared(Body body, int limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    boolean advance() {
      return body.resume(this);
    }
  }

  private interface Body {
    boolean resume(Shared frame);
  }

  private static final class Counting implements Body {
    @Override
    public boolean resume(Shared frame) {
      frame.value = frame.i;
      return frame.i++ < frame.limit;
    }
  }

  private static final class Twice implements Body {
    @Override
    public boolean resume(Shared frame) {
      frame.value = 2 * frame.i;
      return frame.i++ < frame.limit;
    }
  }

  private static final class Squares implements Body {
    @Override
    public boolean resume(Shared frame) {
      frame.value = frame.i * frame.i;
      return frame.i++ < frame.limit;
    }
  }

  private static final class Zeros implements Body {
    @Override
    public boolean resume(Shared frame) {
      frame.value = 0;
      return frame.i++ < frame.limit;
    }
  }
}
