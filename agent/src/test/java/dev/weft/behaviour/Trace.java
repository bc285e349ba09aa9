package dev.weft.behaviour;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** What the programs of {@link Differential} do: each step is logged, and may suspend or throw. */
@SuppressWarnings("StaticAssignmentOfThrowable") // one run at a time, in a loader of its own
public final class Trace {
  /** What a step yields. */
  public static final Object PAUSE = "pause";

  private static final int MOST_STEPS = 10_000;

  private static final List<String> LOG = new ArrayList<>();
  private static IntPredicate pauses = step -> false;
  private static int throwsAt;
  private static Throwable thrown = new Error();
  private static int steps;

  private Trace() {}

  /** Starts anew. In the step numbered {@code throwsAt} (from 1) something is thrown. */
  static void reset(IntPredicate pausing, int throwingAt, Throwable throwing) {
    LOG.clear();
    steps = 0;
    pauses = pausing;
    throwsAt = throwingAt;
    thrown = throwing;
  }

  static int steps() {
    return steps;
  }

  static List<String> log() {
    return List.copyOf(LOG);
  }

  /** Logs without being a step. */
  static Object say(String what) {
    LOG.add(what);
    return null;
  }

  /** How a value is logged: exactly, so that 0.0 and -0.0 differ. */
  public static String show(Object value) {
    if (value instanceof Float number) {
      return "f" + Integer.toHexString(Float.floatToRawIntBits(number));
    }
    if (value instanceof Double number) {
      return "d" + Long.toHexString(Double.doubleToRawLongBits(number));
    }
    String text = Arrays.deepToString(new Object[] {value});
    return text.substring(1, text.length() - 1);
  }

  @Coroutine
  private static void after(Object value) {
    note(value);
    if (pauses.test(steps)) {
      Coroutines.yield(PAUSE);
    }
  }

  private static void note(Object value) {
    steps++;
    LOG.add(show(value));
    if (steps > MOST_STEPS) {
      throw new AssertionError("no end: " + LOG.subList(0, 50));
    }
    if (steps == throwsAt) {
      throw Trace.<RuntimeException>sneak(thrown);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneak(Throwable any) throws T {
    throw (T) any;
  }

  @Coroutine
  public static int step(int value) {
    after(value);
    return value;
  }

  public static int noted(int value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static long step(long value) {
    after(value);
    return value;
  }

  public static long noted(long value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static float step(float value) {
    after(value);
    return value;
  }

  public static float noted(float value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static double step(double value) {
    after(value);
    return value;
  }

  public static double noted(double value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static boolean step(boolean value) {
    after(value);
    return value;
  }

  public static boolean noted(boolean value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static byte step(byte value) {
    after(value);
    return value;
  }

  public static byte noted(byte value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static short step(short value) {
    after(value);
    return value;
  }

  public static short noted(short value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static char step(char value) {
    after(value);
    return value;
  }

  public static char noted(char value) {
    note((Object) value);
    return value;
  }

  @Coroutine
  public static <T> T step(T value) {
    after(value);
    return value;
  }

  public static <T> T noted(T value) {
    note((Object) value);
    return value;
  }
}
