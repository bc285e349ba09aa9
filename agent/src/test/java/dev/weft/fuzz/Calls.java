package dev.weft.fuzz;

import dev.weft.Coroutine;
import dev.weft.behaviour.Trace;

/**
 * Interprets a trace: each letter is a call of some kind, a step, a throw or a return, so that a
 * random tree of calls comes about. Every frame has locals of all types, and values on its operand
 * stack while it calls.
 */
public class Calls implements Callee<Long> {
  private final String trace;
  private int next;

  /** Makes an interpreter of that trace. */
  protected Calls(String trace) {
    this.trace = trace;
  }

  /** Interprets a trace. */
  @Coroutine
  public static Object run(String trace) {
    long all = 0;
    Calls calls = new CallsBelow(trace);
    while (calls.next < trace.length()) {
      all = 31 * all + calls.level(1, 2L, 3f, 4d, "bottom");
    }
    return all;
  }

  /** Interprets until a return. */
  @Coroutine
  final int level(int i, long l, float f, double d, Object o) {
    int a = i;
    long b = l;
    double c = d;
    while (next < trace.length()) {
      char op = trace.charAt(next++);
      switch (op) {
        case 'y' -> a = a + (int) b * Trace.step(a);
        case 'w' -> b = b + a * Trace.step(b) + (long) f;
        case 'z' -> c = f + c * Trace.step(c);
        case 't' -> throw new IllegalStateException(o + " " + Trace.step(a));
        case 'r' -> {
          return a + (int) b;
        }
        default -> a = a * 31 + (int) (b + (long) (c + call(op, a, b, f, c, o)));
      }
    }
    return Trace.step(a + (int) l) + (int) f;
  }

  @Coroutine
  private int call(char op, int i, long l, float f, double d, Object o) {
    Callee<Long> callee = this;
    Callee.Function function = (a, b) -> level(i, b, f, d, o) - Trace.step(a);
    return switch (op) {
      case 's' -> i + onStatic(this, l, i, d, f, o);
      case 'v' -> i - (int) onVirtual(d, o, i, l);
      case 'i' -> i ^ callee.onInterface(o, i, f).length();
      case 'p' -> i * (int) onPrivate((byte) i, l);
      case 'l' -> i - function.apply(i, l);
      case 'b' -> i + (int) (long) callee.onBridge(l);
      case 'd' -> i & callee.onDefault(l, (char) i);
      case 'n' -> i | new Calls.Nested(this, level(i, l, f, d, "argument")).number;
      default -> caught(i, l, f, d, o);
    };
  }

  @Coroutine
  private int caught(int i, long l, float f, double d, Object o) {
    int done = 1;
    try {
      done = 2;
      done = done * i + level(i, l, f, d, o);
    } catch (IllegalStateException e) {
      done += Trace.step(e.getMessage()).length();
      done += level(i, l + 1, f, d, e.getMessage());
    } finally {
      Trace.step(done);
    }
    return done;
  }

  @Coroutine
  private static int onStatic(Calls calls, long l, int i, double d, float f, Object o) {
    String local = "static" + l;
    return i + calls.level(i + 1, l, f, d, o) * Trace.step(local).length();
  }

  /** Overridden, and called by the override. */
  @Coroutine
  protected double onVirtual(double d, Object o, int i, long l) {
    return d + level(i, l, (float) d, d, o) + Trace.step(d);
  }

  @Override
  @Coroutine
  public String onInterface(Object o, int i, float f) {
    return "i" + level(i, i, f, f, o) + o.hashCode() % 2;
  }

  @Coroutine
  private long onPrivate(byte b, long l) {
    return b * (l - level(b, l, b, b, "private"));
  }

  @Override
  @Coroutine
  public Long onBridge(Long value) {
    return value - level(1, value, 2f, 3d, value);
  }

  @Override
  @Coroutine
  public int interpret(long l, Object o) {
    return level((int) l, l, (float) l, (double) l, o);
  }

  /** Made while a value is computed for its constructor. */
  private static final class Nested {
    private final int number;

    Nested(Calls calls, int number) {
      this.number = number + calls.next;
    }
  }

  /** Overrides what is virtual. */
  private static final class CallsBelow extends Calls {
    CallsBelow(String trace) {
      super(trace);
    }

    @Override
    @Coroutine
    protected double onVirtual(double d, Object o, int i, long l) {
      long local = l + 1;
      return local - super.onVirtual(d + 1, o, i, l) * Trace.step(local);
    }
  }
}
