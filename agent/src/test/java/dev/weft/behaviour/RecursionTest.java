package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Coroutines that call themselves, directly and through others. */
@Case("CA-08")
@Woven
class RecursionTest {
  @Coroutine
  static long down(int depth) {
    if (depth == 0) {
      Coroutines.yield("bottom");
      return 0;
    }
    long below = down(depth - 1);
    if (depth == 60 || depth == 70 || depth == 100) {
      Coroutines.yield("at " + depth);
    }
    return below + depth;
  }

  @Coroutine
  static Generator<String, Void, Long> dive(int depth) {
    return Coroutines.done(down(depth));
  }

  @Test
  void yields_while_coming_back_up() {
    Generator<String, Void, Long> generator = dive(100);
    assertThat(generator.stream()).containsExactly("bottom", "at 60", "at 70", "at 100");
    assertThat(generator.result()).isEqualTo(5050);
  }

  @Case("CA-24")
  @Test
  void a_depth_of_a_thousand() {
    Generator<String, Void, Long> generator = dive(1000);
    assertThat(generator.stream()).containsExactly("bottom", "at 60", "at 70", "at 100");
    assertThat(generator.result()).isEqualTo(500500);
  }

  @Coroutine
  static boolean even(int n) {
    Coroutines.yield(n);
    return n == 0 || odd(n - 1);
  }

  @Coroutine
  static boolean odd(int n) {
    Coroutines.yield(-n);
    return n != 0 && even(n - 1);
  }

  @Coroutine
  static Generator<Integer, Void, Boolean> isEven(int n) {
    return Coroutines.done(even(n));
  }

  @Test
  void two_that_call_each_other() {
    Generator<Integer, Void, Boolean> seven = isEven(7);
    assertThat(seven.stream()).containsExactly(7, -6, 5, -4, 3, -2, 1, 0);
    assertThat(seven.result()).isFalse();
    Generator<Integer, Void, Boolean> thousand = isEven(1000);
    assertThat(thousand.stream()).hasSize(1001);
    assertThat(thousand.result()).isTrue();
  }

  @Coroutine
  static long eleven(
      long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, int depth) {
    if (depth > 0) {
      long sum = eleven(b, c, d, e, f, g, h, i, j, a, depth - 1);
      Coroutines.yield(a);
      return sum + a;
    }
    return 10_000 * a + b + c + d + e + f + g + h + i + j;
  }

  @Coroutine
  static Generator<Long, Void, Long> turn() {
    return Coroutines.done(eleven(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13));
  }

  @Test
  void many_parameters_turn_round() {
    Generator<Long, Void, Long> generator = turn();
    assertThat(generator.stream())
        .containsExactly(3L, 2L, 1L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(generator.result()).isEqualTo(40_000 + 51 + 61);
  }

  /** Enlarges and shrinks the stack between yields. */
  @Coroutine
  static int fibonacci(int n) {
    if (n < 2) {
      Coroutines.yield(n);
      return n;
    }
    return fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Coroutine
  static Generator<Integer, Void, Integer> fibonacciOf(int n) {
    return Coroutines.done(fibonacci(n));
  }

  @Case("CA-23")
  @Test
  void a_stack_that_grows_and_shrinks() {
    Generator<Integer, Void, Integer> generator = fibonacciOf(15);
    assertThat(generator.stream().mapToInt(i -> i).sum()).isEqualTo(610);
    assertThat(generator.result()).isEqualTo(610);
  }

  static class Tree {
    Tree left;
    Tree right;
    final int value;

    Tree(int value) {
      this.value = value;
    }

    @Coroutine
    void walk() {
      if (left != null) {
        left.walk();
      }
      Coroutines.yield(value);
      if (right != null) {
        right.walk();
      }
    }

    @Coroutine
    Generator<Integer, Void, Void> walked() {
      walk();
      return Coroutines.done();
    }
  }

  private static Tree tree(int from, int to) {
    if (from > to) {
      return null;
    }
    Tree tree = new Tree((from + to) / 2);
    tree.left = tree(from, tree.value - 1);
    tree.right = tree(tree.value + 1, to);
    return tree;
  }

  @Test
  void a_tree_is_walked_in_order() {
    assertThat(tree(1, 300).walked().stream())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 300).boxed().toList());
  }
}
