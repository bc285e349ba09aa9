package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a subroutine returns reaches its caller, whether or not it was suspended meanwhile. */
@Woven
class ReturnTypesTest {
  private static final int RESUMES = 10;

  /** Suspends ten times, or not at all. */
  @Coroutine
  static void pause(boolean suspend) {
    for (int i = 0; suspend && i < RESUMES; i++) {
      Coroutines.yield(i);
    }
  }

  @Coroutine
  static void nothing(boolean suspend, List<Object> log) {
    pause(suspend);
    log.add("void");
  }

  @Coroutine
  static boolean aBoolean(boolean suspend) {
    pause(suspend);
    return true;
  }

  @Coroutine
  static byte aByte(boolean suspend) {
    pause(suspend);
    return Byte.MIN_VALUE;
  }

  @Coroutine
  static char aChar(boolean suspend) {
    pause(suspend);
    return '\uFFFF';
  }

  @Coroutine
  static short aShort(boolean suspend) {
    pause(suspend);
    return Short.MIN_VALUE;
  }

  @Coroutine
  static int anInt(boolean suspend) {
    pause(suspend);
    return Integer.MIN_VALUE;
  }

  @Coroutine
  static long aLong(boolean suspend) {
    pause(suspend);
    return Long.MIN_VALUE + 1;
  }

  @Coroutine
  static float aFloat(boolean suspend) {
    pause(suspend);
    return -0.0f;
  }

  @Coroutine
  static double aDouble(boolean suspend) {
    pause(suspend);
    return Double.MIN_VALUE;
  }

  @Coroutine
  static String aString(boolean suspend) {
    pause(suspend);
    return "text";
  }

  @Coroutine
  static String aNull(boolean suspend) {
    pause(suspend);
    return null;
  }

  @Coroutine
  static int[] anArray(boolean suspend) {
    pause(suspend);
    return new int[] {1, 2};
  }

  @Coroutine
  static String[][] aDeepArray(boolean suspend) {
    pause(suspend);
    return new String[][] {{"deep"}};
  }

  @Coroutine
  static <T extends Comparable<T>> T generic(boolean suspend, T value) {
    pause(suspend);
    return value;
  }

  @Coroutine
  static Generator<Integer, Void, List<Object>> primitives(boolean suspend) {
    List<Object> log = new ArrayList<>();
    nothing(suspend, log);
    log.add(aBoolean(suspend));
    log.add(aByte(suspend));
    log.add(aChar(suspend));
    log.add(aShort(suspend));
    log.add(anInt(suspend));
    log.add(aLong(suspend));
    log.add(aFloat(suspend));
    log.add(aDouble(suspend));
    return Coroutines.done(log);
  }

  private static void checkPrimitives(boolean suspend, int yields) {
    Generator<Integer, Void, List<Object>> generator = primitives(suspend);
    assertThat(generator.stream()).hasSize(yields);
    assertThat(generator.result())
        .containsExactly(
            "void",
            true,
            Byte.MIN_VALUE,
            '\uFFFF',
            Short.MIN_VALUE,
            Integer.MIN_VALUE,
            Long.MIN_VALUE + 1,
            -0.0f,
            Double.MIN_VALUE);
  }

  @Case("CA-01")
  @Test
  void primitives_are_returned() {
    checkPrimitives(true, 9 * RESUMES);
    checkPrimitives(false, 0);
    checkPrimitives(true, 9 * RESUMES); // once more, with the frames' classes known
  }

  @Coroutine
  static Generator<Integer, Void, List<Object>> references(boolean suspend) {
    List<Object> log = new ArrayList<>();
    log.add(aString(suspend).length());
    log.add(aNull(suspend));
    log.add(anArray(suspend)[1]);
    log.add(aDeepArray(suspend)[0][0]);
    log.add(generic(suspend, "x").concat("y"));
    log.add(-generic(suspend, 7));
    return Coroutines.done(log);
  }

  private static void checkReferences(boolean suspend, int yields) {
    Generator<Integer, Void, List<Object>> generator = references(suspend);
    assertThat(generator.stream()).hasSize(yields);
    assertThat(generator.result()).containsExactly(4, null, 2, "deep", "xy", -7);
  }

  @Case("CA-01")
  @Test
  void references_are_returned() {
    checkReferences(true, 6 * RESUMES);
    checkReferences(false, 0);
  }

  @Coroutine
  static Generator<Integer, Void, Object> ignored(boolean suspend) {
    aLong(suspend);
    anInt(suspend);
    aDouble(suspend);
    anArray(suspend);
    return Coroutines.done("all dropped");
  }

  @Case("CA-26")
  @Test
  void a_result_may_be_ignored() {
    Generator<Integer, Void, Object> generator = ignored(true);
    assertThat(generator.stream()).hasSize(4 * RESUMES);
    assertThat(generator.result()).isEqualTo("all dropped");
  }

  @Coroutine
  static Generator<Integer, Void, Double> operands(boolean suspend) {
    long one = 5;
    double sum = one * aString(suspend).length() - aFloat(suspend) + anArray(suspend)[1] * 0.5;
    return Coroutines.done(sum);
  }

  @Test
  void results_wait_on_the_operand_stack() {
    Generator<Integer, Void, Double> generator = operands(true);
    assertThat(generator.stream()).hasSize(3 * RESUMES);
    assertThat(generator.result()).isEqualTo(21.0);
  }
}
