package dev.weft.fuzz;

import dev.weft.Coroutine;
import dev.weft.behaviour.Trace;
import java.io.IOException;

/** The classes that random programs use besides those of the JDK. */
@SuppressWarnings("unused") // by programs that are not written yet
public final class Scene {
  private static final int LONGEST = 40;

  public static int ints;
  public static Object objects = "none";

  private Scene() {}

  /** Sets back what programs may have changed. */
  public static void reset() {
    ints = 0;
    objects = "none";
  }

  /** A text of any object, the same in each run, and not long. */
  public static String text(Object value) {
    return cut(Trace.show(value));
  }

  /** Keeps texts short that grow in loops. */
  public static String cut(String text) {
    return text != null && text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** What is known of an exception whoever threw it. */
  public static String name(Throwable thrown) {
    return thrown.getClass().getSimpleName() + thrown.getSuppressed().length;
  }

  /** Two classes that have this in common, and nothing else. */
  public interface Shape {
    @Coroutine
    int area(int scale);

    @Coroutine
    default long twice(long more) {
      return Trace.step(area(2)) + more;
    }
  }

  /** A class with fields of several types. */
  public static class Point implements Shape {
    public byte b;
    public int i;
    public long l;
    public double d;
    public Object o;

    public Point() {}

    public Point(int i, long l) {
      this.i = i;
      this.l = l;
      this.b = (byte) i;
    }

    public Point(long l, Object o, double d, int i) {
      this(i, l);
      this.o = o;
      this.d = d;
    }

    @Override
    @Coroutine
    public int area(int scale) {
      i += Trace.step(scale);
      return i;
    }

    /** All kinds of arguments. */
    @Coroutine
    public Point mixed(byte first, long second, Object third, float fourth, double fifth) {
      Point next = new Point(second, third, fifth + fourth, Trace.step(first));
      l += Trace.step(second);
      return next;
    }

    @Coroutine
    protected void nothing(boolean really) {
      b = (byte) (Trace.step(really) ? b + 1 : b - 1);
    }

    @Override
    public String toString() {
      return "Point " + b + " " + i + " " + l + " " + d;
    }
  }

  /** A subclass, whose methods call those of its parent. */
  public static final class Wide extends Point {
    public Wide(int i) {
      super(i, i);
    }

    @Override
    @Coroutine
    public int area(int scale) {
      return super.area(scale + 1) + Trace.step(1);
    }
  }

  /** Has only {@link Shape} in common with {@link Point}. */
  public static final class Square implements Shape {
    private final int side;

    public Square(int side) {
      this.side = side;
    }

    @Override
    @Coroutine
    public int area(int scale) {
      return Trace.step(side) * scale;
    }

    @Override
    public String toString() {
      return "Square " + side;
    }
  }

  /** What lambdas are made of. */
  @FunctionalInterface
  public interface Function {
    @Coroutine
    Object apply(int first, Object second) throws Throwable;
  }

  /** Something to switch on. */
  public enum Colour {
    RED,
    GREEN,
    BLUE;

    /** Any number's colour. */
    public static Colour of(int number) {
      return values()[Math.floorMod(number, 3)];
    }
  }

  /** Two objects, for record patterns. */
  public record Pair(Object left, Object right) {}

  /** Closing is a step, and may fail. */
  public static final class Resource implements AutoCloseable {
    private final int number;

    public Resource(int number) {
      this.number = number;
    }

    @Override
    @Coroutine
    public void close() throws IOException {
      if ((Trace.step(number) & 7) == 7) {
        throw new IOException("closing");
      }
    }
  }
}
