package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CASES section 8: what is on the operand stack survives. */
@SuppressWarnings({
  "AssignmentExpression",
  "BadInstanceof",
  "IdentityBinaryExpression",
  "MultipleUnaryOperatorsInMethodCall",
  "NarrowingCompoundAssignment",
  "ShortCircuitBoolean",
  "lossy-conversions"
}) // the shapes are the point
class OperandStackTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(OperandStackTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(OperandStackTest.class, program);
  }

  private int field = 3;
  private String text = "t";
  private static long total = 0;

  private static String five(int a, long b, Object c, double d, float e) {
    return a + "," + b + "," + c + "," + d + "," + e;
  }

  private String small(byte a, char b, boolean c, short d, Object e) {
    return a + "," + b + "," + c + "," + d + "," + e + field;
  }

  @Case({"OS-01", "OS-17"})
  @Coroutine
  static Object arguments_of_all_types() {
    String all = "";
    all += five(step(1), 2L, "c", 4.0, 5f) + five(1, step(2L), "c", 4.0, 5f);
    all += five(1, 2L, step("c"), 4.0, 5f) + five(1, 2L, "c", step(4.0), 5f);
    all += five(-1, -2L, null, -0.0, step(5f));
    int x = 7;
    all += five(x, x, x, x, step(x));
    OperandStackTest object = new OperandStackTest();
    all += object.small((byte) 1, '2', true, (short) 4, step("e"));
    all += object.small(step((byte) 1), step('2'), step(false), step((short) 4), null);
    return all
        + new OperandStackTest().small((byte) 1, '2', step(true), (short) 4, new int[0].length);
  }

  @Case("OS-02")
  @Coroutine
  static Object array_stores() {
    int[] ints = new int[3];
    for (int i = 0; i < 3; i++) {
      ints[i] = step(i);
      ints[0] = step(7);
    }
    boolean[] flags = new boolean[1];
    byte[] bytes = new byte[1];
    Object[][] objects = new Object[1][1];
    flags[0] = step(true);
    bytes[0] = step((byte) -1);
    objects[0][0] = step("o");
    double[] doubles = {0};
    doubles[step(0)] = step(1.5);
    return new Object[] {ints, flags, bytes, objects, doubles};
  }

  @Coroutine
  private static long factorial(int n) {
    return n <= 1 ? step(1L) : n * factorial(n - 1);
  }

  @Coroutine
  private String nested(int depth) {
    return depth == 0 ? step("end") : text + nested(depth - 1) + step(depth);
  }

  @Case({"OS-03", "OS-04"})
  @Coroutine
  static Object recursion_with_values_below() {
    return factorial(6) + new OperandStackTest().nested(4);
  }

  private static String three(Object a, Object b, Object c) {
    return a + "," + b + "," + c;
  }

  @Case({"OS-05", "OS-06"})
  @Coroutine
  static Object null_below() {
    String none = null;
    String all = three(null, step("b"), step("c")) + three(none, step(none), null);
    all += three(none == null ? null : "x", step(1), none);
    int[] array = null;
    return all + Objects.requireNonNullElse(array, new int[] {step(1)}).length;
  }

  @Case("OS-13")
  @Coroutine
  static Object concatenation() {
    String all = "a" + step(1) + 'b' + step(2L) + null + step(3f) + true + step("d") + step('e');
    all += step(4.0);
    all += step("x") + all + step((Object) null);
    return all;
  }

  /** Dup, dup_x1 and dup2_x1 shapes. */
  @Case("OS-14")
  @Coroutine
  static Object compound_assignments_of_fields() {
    OperandStackTest object = new OperandStackTest();
    object.field += step(4);
    object.text += step("u");
    int old = object.field++ + step(1);
    int now = ++object.field * step(2);
    total = 1;
    total += step(5L);
    long before = total++ + step(1L);
    long stored = total = step(9L);
    int both = object.field = step(11);
    String assigned = object.text = step("new");
    object.field <<= step(2);
    return new Object[] {
      object.field, object.text, old, now, total, before, stored, both, assigned
    };
  }

  /** Dup2, dup_x2 and dup2_x2 shapes, with narrowing. */
  @Case("OS-14")
  @Coroutine
  static Object compound_assignments_of_array_elements() {
    int i = 0;
    int[] ints = {1, 2, 3};
    ints[i++] += step(10);
    ints[i++] *= step(ints[0]) + ints[step(2)]++ + step(1);
    int kept = ints[2] = step(5);
    long[] longs = {1};
    longs[0] -= step(3L);
    long keptLong = (longs[step(0)] = step(8L)) + longs[0]++ + step(1L);
    byte[] bytes = {100};
    bytes[0] += step(100);
    char[] chars = {'a'};
    chars[0] += step(1);
    chars[0]++;
    short[] shorts = {-1};
    shorts[0] >>>= step(1);
    double[] doubles = {1};
    double keptDouble = doubles[0] /= step(4.0);
    String[] texts = {"a"};
    texts[step(0)] += step("b") + i;
    Integer boxed = 5;
    boxed += step(6);
    Integer[] boxes = {1};
    boxes[0]++;
    boxes[step(0)] += step(2);
    boolean[] flags = {true};
    flags[0] &= step(true);
    return new Object[] {
      ints,
      kept,
      longs,
      keptLong,
      bytes,
      chars,
      shorts,
      doubles,
      keptDouble,
      texts,
      boxed,
      boxes,
      flags,
      i
    };
  }

  @Case("OS-15")
  @Coroutine
  static Object array_initialisers() {
    int[] ints = {step(1), 2, step(3)};
    long[][] longs = {{step(1L), 2}, {}, {step(3L)}, null};
    Object[] objects = {null, step("a"), new Object[] {step(2.5)}, step('c')};
    int[][] sized = new int[step(2)][step(1)];
    String list = Arrays.asList(step("x"), "y", step("z")).toString();
    return new Object[] {ints, longs, objects, sized, list};
  }

  @Case("OS-16")
  @Coroutine
  static Object conditional_branches_with_values_below() {
    String all = "";
    for (int i = 0; i < 3; i++) {
      String a = i == 0 ? null : "a" + i;
      all += three(i, a == null ? step("null") : a.length(), i == 1 ? 5L : step(6.0));
      long sum = 3L + (a == null ? step(0) : a.length()) + (i > 1 ? step(1L) : 2);
      all += sum;
      all += five(i, sum, i == 2 ? step("c") : null, i == 0 ? 1 : step(2f), i);
    }
    return all;
  }

  @Case("OS-19")
  @Coroutine
  static Object evaluation_order() {
    int i = 0;
    String all = three(i++, step(i), i++) + three(i, i = step(9), i);
    int x = 1;
    x = x++ + step(x) + x-- * step(x);
    int[] a = {1, 2};
    int k = 0;
    a[k] = k = step(1);
    all += Arrays.toString(a) + k + x;
    return all + (x = step(4)) + x + (x += step(x)) + x;
  }

  /** The receiver first; a null receiver fails after the arguments. */
  @Case("OS-20")
  @Coroutine
  static Object receivers() {
    StringBuilder made = new StringBuilder().append(step(1)).append(step("b")).append(step('c'));
    StringBuilder none = null;
    try {
      none.append(step("argument"));
    } catch (NullPointerException e) {
      made.append(step("caught"));
    }
    int[] array = null;
    try {
      array[step(0)] = step(1);
    } catch (NullPointerException e) {
      made.append(step("again"));
    }
    return made.insert(step(0), step(2.5f)).reverse();
  }

  @Case("OS-22")
  @Coroutine
  static Object comparisons() {
    boolean a = step(1L) < step(2L);
    boolean b = step(1f) > step(Float.NaN);
    boolean c = step(1.0) <= step(1.0);
    boolean d = step("a") instanceof Object && ((Object) step(1)).equals(step(1));
    int e = ((int[]) step((Object) new int[] {1, 2})).length;
    boolean f = step("x") == step("y") | !step(true);
    return new Object[] {a, b, c, d, e, f, step((Object) 5) instanceof Integer n && n == step(5)};
  }

  @Coroutine
  static Object many_values_below() {
    int a = 1;
    long b = 2;
    double last = step(1.0);
    return a + (b + (a * (step(3.0) + (b * (a + (1f + (b - (a + step("x").length() * last))))))));
  }

  @Coroutine
  private static String text(String value) {
    return step(value);
  }

  /** OS-04: where two paths join right after a call, less is known than after the call. */
  @Coroutine
  static Object a_join_right_after_a_call() {
    String all = "";
    for (Object value : new Object[] {1, "a"}) {
      Object either = value instanceof Integer ? value : text("b");
      Comparable<?> other = value instanceof Integer number ? number : text("c");
      all += either + ":" + other + ";";
    }
    return all;
  }
}
