package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CASES section 9: what is in local variables survives. */
class LocalsTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(LocalsTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(LocalsTest.class, program);
  }

  @Case({"LO-01", "LO-26"})
  @Coroutine
  static Object every_primitive_type() {
    boolean z = step(true);
    byte b = step((byte) -128);
    short s = step((short) -32768);
    char c = step('\uffff');
    int i = step(Integer.MIN_VALUE);
    long l = step(Long.MIN_VALUE);
    float f = step(-0.0f);
    double d = step(-0.0);
    String o = step("text");
    step(1);
    return new Object[] {z, b, s, c, i, l, f, d, o};
  }

  /** Used in calls, array stores, fields and other variables. */
  @Case("LO-01")
  @Coroutine
  static Object small_types_in_every_use() {
    boolean[] flags = new boolean[2];
    byte[] bytes = new byte[2];
    char[] chars = new char[2];
    short[] shorts = new short[2];
    boolean z = step(1) == 1;
    byte b = (byte) step(200);
    char c = (char) step(-1);
    short s = (short) step(70_000);
    flags[step(1)] = z;
    bytes[step(1)] = b;
    chars[step(1)] = c;
    shorts[step(1)] = s;
    z = flags[step(0)];
    b = bytes[step(1)];
    Object boxed = join(z, b, c, s);
    z |= step(true);
    b += step((byte) 100);
    c++;
    step(0);
    s >>= step((short) 2);
    return new Object[] {flags, bytes, chars, shorts, boxed, z, b, (int) c, s};
  }

  private static String join(boolean z, byte b, char c, short s) {
    return z + "," + b + "," + (int) c + "," + s;
  }

  @Case("LO-02")
  @Coroutine
  static Object one_of_two_booleans() {
    boolean one = step(true);
    boolean other = step(false);
    boolean chosen = step(1) > 0 ? one : other;
    boolean again = step(0) > 0 ? one : step(other);
    return join(chosen, (byte) 0, (char) 1, (short) 2) + again;
  }

  /** The same constant as a boolean, a byte, an int and a char. */
  @Case("LO-04")
  @Coroutine
  static Object one_constant_in_many_types() {
    boolean z = true;
    byte b = 1;
    int i = 1;
    char c = 1;
    step(0);
    String joined = join(z, b, c, (short) i);
    step(joined);
    return new Object[] {z, b, i, (int) c};
  }

  /** Constants of the short forms, alone and merged with others. */
  @Case("LO-20")
  @Coroutine
  static Object constants() {
    int m = -1;
    int five = 5;
    long zero = 0;
    long one = 1;
    float two = 2;
    double d = 1;
    for (int i = 0; i < 3; i++) {
      step(m + five + zero + one + two + d);
      if (step(i) == 1) {
        five = step(6);
        one = i;
        d += 0.5;
      }
    }
    return new Object[] {m, five, zero, one, two, d};
  }

  /** Bits that arithmetic would not keep. */
  @Case("LO-26")
  @Coroutine
  static Object payloads_of_nan() {
    float f = Float.intBitsToFloat(0x7fc12345);
    double d = Double.longBitsToDouble(0x7ff8123456789abcL);
    float g = step(f);
    double e = step(d);
    step(1);
    return new Object[] {f, d, g, e};
  }

  /** HARD 15: both halves of what takes two slots, and what is stored over one of them. */
  @Case("LO-18")
  @Coroutine
  static Object long_and_double_slots() {
    String text = "";
    {
      long a = step(1L);
      double b = step(2.0);
      long c = a;
      text += step(a + c) + b;
    }
    {
      int a = step(3);
      long b = step(4L);
      int c = a;
      text += step(a) + b + c;
    }
    {
      double a = step(5.0);
      String b = step("six");
      text += a + b + step(a);
    }
    return text;
  }

  /** HARD 9: one slot, many types; a variable not yet assigned where it suspends. */
  @Case({"LO-05", "LO-27"})
  @Coroutine
  static Object slots_reused() {
    String text = "";
    for (int i = 0; i < 2; i++) {
      {
        long a = step(1L);
        text += a;
      }
      {
        String a = step("a");
        text += a;
        int unassigned;
        step(0);
        unassigned = i;
        text += step(unassigned);
      }
      {
        Object[] a = {step(1)};
        step(a[0]);
        text += a.length;
      }
      try {
        float a = step(1.5f);
        text += a + step(1);
      } catch (RuntimeException a) {
        text += step(a.getMessage());
      }
    }
    return text;
  }

  @Case("LO-06")
  @Coroutine
  static Object a_leftover_under_a_variable_that_is_not_set() {
    for (int i = 0; i < 2; i++) {
      if (step(i) == 0) {
        String leftover = step("left");
        step(leftover.length());
      }
      String late;
      if (step(i) == 1) {
        late = step("set");
      } else {
        late = "unset";
      }
      step(late);
    }
    return "end";
  }

  @Case("LO-07")
  @Coroutine
  static Object assigned_in_branches() {
    int both;
    String one;
    if (step(1) > 0) {
      both = step(2);
      one = "yes";
    } else {
      both = 3;
      one = step("no");
    }
    step(0);
    return both + one;
  }

  /** HARD 11: null before other variables, read or assigned after. */
  @Case("LO-08")
  @Coroutine
  static Object locals_of_null() {
    String none = null;
    int[] array = null;
    long number = step(5L);
    Runnable action = null;
    double other = step(6.0);
    step(none);
    step((Object) array);
    if (step(1) > 0) {
      none = "some";
    }
    step(action == null);
    array = array == null ? new int[] {step(7)} : array;
    return none + number + other + array[0] + action;
  }

  @Case("LO-09")
  @Coroutine
  static Object null_before_the_loop_and_an_object_inside() {
    StringBuilder text = null;
    Object last = null;
    for (int i = 0; i < 3; i++) {
      step(last);
      if (text == null) {
        text = new StringBuilder();
      }
      text.append(step(i));
      last = text.toString();
    }
    return last;
  }

  @Coroutine
  static Object null_again_and_again() {
    String text = step("a");
    for (int i = 0; i < 3; i++) {
      step(text);
      text = null;
      step(text);
      if (i == 1) {
        text = "b";
      }
    }
    return text;
  }
}
