package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CASES section 9: arrays, merged types, parameters, and locals that the compiler makes. */
@SuppressWarnings({
  "JdkObsolete",
  "NarrowingCompoundAssignment",
  "UnnecessaryStringBuilder",
  "lossy-conversions"
}) // the shapes are the point
class MoreLocalsTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(MoreLocalsTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(MoreLocalsTest.class, program);
  }

  @Case("LO-15")
  @Coroutine
  static Object arrays_of_all_kinds() {
    boolean[] z = {true};
    byte[] b = {1};
    short[] s = {2};
    char[] c = {'3'};
    int[] i = {4};
    long[] l = {5};
    float[] f = {6};
    double[] d = {7};
    String[] t = {"8"};
    Object[][] o = {{9}, null};
    int[][][] n = {{{10}}};
    step(0);
    z[0] ^= step(true);
    b[0] += step((byte) 1);
    Object any = c;
    step(any);
    Object[] row = o[step(0)];
    int[] inner = n[0][step(0)];
    inner[0]++;
    Object[] covariant = t;
    step(covariant[0]);
    return new Object[] {z, b, s, c, i, l, f, d, t, o, n, any, row, inner, covariant.length};
  }

  /** HARD 10: what two branches left is dead. */
  @Case("LO-16")
  @Coroutine
  static Object different_arrays_on_two_paths() {
    String text = "";
    for (int i = 0; i < 2; i++) {
      Object kept;
      if (step(i) == 0) {
        Object[] array = {step(1)};
        kept = array[0];
      } else {
        float[] array = {step(2f)};
        kept = array[0];
      }
      text += step(kept);
      Object either = step(i) == 0 ? new Object[] {3} : new float[] {4};
      step(1);
      text += either.getClass().getSimpleName();
      Serializable same = step(i) == 0 ? new int[] {3} : new String[] {"4"};
      step(2);
      text += same.getClass().getSimpleName();
    }
    return text;
  }

  interface Titled {
    String name();
  }

  record One(String name) implements Titled, Comparable<One> {
    @Override
    public int compareTo(One other) {
      return 0;
    }
  }

  enum Two implements Titled {
    TWO
  }

  /** HARD 16: siblings that share interfaces only. */
  @Case("LO-17")
  @Coroutine
  static Object merged_to_an_interface() {
    String text = "";
    for (int i = 0; i < 2; i++) {
      Titled named = step(i) == 0 ? new One("one") : Two.TWO;
      step(1);
      text += named.name();
      var both = step(i) == 0 ? new One("one") : Two.TWO;
      step(2);
      text += both.name() + (both.compareTo(null) > 1);
    }
    return text;
  }

  /** HARD 16: the merged type is a class that this one has no access to. */
  @Coroutine
  static Object merged_to_a_class_out_of_reach() {
    int length = 0;
    for (int i = 0; i < 2; i++) {
      {
        var either = step(i) == 0 ? new StringBuilder("a") : new StringBuffer("bc");
        step(1);
        CharSequence text = either;
        length += text.length();
      }
      {
        String other = step("def");
        step(2);
        length += other.length();
      }
      length += sum(step(i) == 0 ? new StringBuilder("a") : new StringBuffer("bc"), step(4));
      length += sum(step(""), step(i));
    }
    return length;
  }

  private static int sum(CharSequence text, int number) {
    return text.length() + number;
  }

  @Coroutine
  private static Object all(
      boolean z, byte b, short s, char c, int i, long l, float f, double d, Object o, int[] a) {
    step(1);
    i = step(i + 1);
    l += step(1L);
    d = step(d);
    step(2);
    return new Object[] {z, b, s, c, i, l, f, d, o, a};
  }

  @Case({"LO-19", "LO-23"})
  @Coroutine
  static Object parameters_of_every_type() {
    return all(true, (byte) 2, (short) 3, '4', 5, 6, 7, 8, "nine", new int[] {10});
  }

  @Coroutine
  private String self(long a, String b) {
    step(b);
    String c = step(toString()) + a;
    step(c);
    return c + b + this;
  }

  @Override
  public String toString() {
    return "self";
  }

  @Case("LO-25")
  @Coroutine
  static Object an_instance_and_its_parameters() {
    return new MoreLocalsTest().self(step(5L), "b");
  }

  @Case("LO-28")
  @Coroutine
  static Object enhanced_for() {
    int sum = 0;
    for (int i : new int[] {step(1), 2}) {
      for (long l : new long[] {i, step(3L)}) {
        sum += l * step(i);
      }
    }
    for (String text : List.of("ab", step("c"))) {
      sum += step(text.length());
    }
    Map<String, List<Integer>> map = new TreeMap<>(Map.of("x", List.of(1, 2), "y", List.of(3)));
    for (Map.Entry<String, List<Integer>> entry : map.entrySet()) {
      for (Iterator<Integer> it = entry.getValue().iterator(); it.hasNext(); step("next")) {
        sum += step(it.next());
      }
    }
    return sum;
  }

  @Case({"LO-29", "OS-23"})
  @Coroutine
  static Object captured() {
    int a = step(1);
    List<IntSupplier> made = new ArrayList<>();
    made.add(() -> a);
    for (int i = 0; i < 2; i++) {
      int b = step(i);
      made.add(() -> a + b);
      String c = step("c");
      Supplier<Integer> length = c::length;
      made.add(
          new IntSupplier() {
            @Override
            public int getAsInt() {
              return length.get() + b + a;
            }
          });
      step(made.size());
    }
    return made.stream().map(IntSupplier::getAsInt).toList();
  }

  /** The wide indexes of variables are in HandMadeCodeTest. */
  @Case("LO-25")
  @Coroutine
  static Object assertions_and_increments() {
    int i = step(1000);
    i += 40_000;
    step(i);
    i -= 7;
    assert step(i) > 0 : step("no");
    return i++ + step(i) + --i;
  }

  @Case("LO-24")
  @Coroutine
  static Object many_locals() {
    int a = 1, b = step(2), c = 3;
    double d = 4, e = step(5.0), f = 6;
    long g = 7, h = step(8L), i = 9;
    String j = "10", k = step("11"), l = "12";
    float m = 13, n = step(14f), o = 15;
    Object[] all = {a, b, c, d, e, f, g, h, i, j, k, l, m, n, o};
    step(Arrays.toString(all));
    a += b + c;
    d += e + f;
    step(0);
    g += h + i;
    m += n + o;
    return new Object[] {all, a, d, g, m, j + k + l};
  }
}
