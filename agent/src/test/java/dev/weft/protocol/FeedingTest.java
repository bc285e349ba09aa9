package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Programs;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Generators that are handed on, and that feed on others or on their own earlier output. */
@Woven(programs = true)
class FeedingTest {
  private final List<Object> log = new ArrayList<>();

  private Generator<Object, Object, Object> open(String form, String program) {
    return Programs.open(form, getClass(), program, log);
  }

  @Coroutine
  static Object counts(List<Object> log) {
    for (int i = 0; i < 5; i++) {
      Coroutines.yield(i);
    }
    return "counted";
  }

  private Generator<Object, Object, Object> creator(String form) {
    Generator<Object, Object, Object> generator = open(form, "counts");
    assertThat(generator.next()).isEqualTo(0);
    assertThat(generator.next()).isEqualTo(1);
    return generator;
  }

  @Case("GP-11")
  @EveryForm
  void one_goes_on_where_it_was_whoever_drives_it(String form) {
    Generator<Object, Object, Object> generator = creator(form);
    assertThat(generator.stream()).containsExactly(2, 3, 4);
    assertThat(Outcome.of(generator::next)).isEqualTo(end("counted"));
  }

  @Coroutine
  static Object squares(List<Object> log) {
    Generator<Integer, Object, Void> numbers =
        Generator.each(out -> {
          for (int i = 0; i < 5; i++) {
            out.yield(i);
          }
        });
    for (int number : numbers) {
      Coroutines.yield(number * number);
    }
    return null;
  }

  @Coroutine
  static Object in_order_by_delegation(List<Object> log) {
    return Coroutines.yieldFrom(Tree.LETTERS.byDelegation());
  }

  @Coroutine
  static Object in_order_by_loops(List<Object> log) {
    return Coroutines.yieldFrom(Tree.LETTERS.byLoops());
  }

  @Coroutine
  static Object in_order_by_calls(List<Object> log) {
    Tree.LETTERS.byCalls();
    return null;
  }

  private static final class Tree {
    static final Tree LETTERS = of("abcdefghijklmnopqrstuvwxyz");

    private final Tree left;
    private final char label;
    private final Tree right;

    private Tree(Tree left, char label, Tree right) {
      this.left = left;
      this.label = label;
      this.right = right;
    }

    static Tree of(String labels) {
      if (labels.isEmpty()) {
        return null;
      }
      int middle = labels.length() / 2;
      return new Tree(
          of(labels.substring(0, middle)), labels.charAt(middle), of(labels.substring(middle + 1)));
    }

    @Coroutine
    Generator<Object, Object, Object> byDelegation() {
      if (left != null) {
        Coroutines.yieldFrom(left.byDelegation());
      }
      Coroutines.yield(label);
      if (right != null) {
        Coroutines.yieldFrom(right.byDelegation());
      }
      return Coroutines.done();
    }

    Generator<Object, Object, Object> byLoops() {
      return Generator.of(out -> {
        if (left != null) {
          for (Object below : left.byLoops()) {
            out.yield(below);
          }
        }
        out.yield(label);
        if (right != null) {
          for (Object below : right.byLoops()) {
            out.yield(below);
          }
        }
        return null;
      });
    }

    @Coroutine
    void byCalls() {
      if (left != null) {
        left.byCalls();
      }
      Coroutines.yield(label);
      if (right != null) {
        right.byCalls();
      }
    }
  }

  @Case("GP-12")
  @EveryForm
  void a_loop_over_another_and_a_walk_of_a_tree(String form) {
    assertThat(open(form, "squares").stream()).containsExactly(0, 1, 4, 9, 16);
    for (String walk : List.of("delegation", "loops", "calls")) {
      assertThat(open(form, "in_order_by_" + walk).stream().map(Object::toString))
          .hasSize(26)
          .containsExactly("abcdefghijklmnopqrstuvwxyz".split(""));
    }
  }

  @Coroutine
  static Generator<Integer, Object, Void> from(int first) {
    for (int i = first; ; i++) {
      Coroutines.yield(i);
    }
  }

  static Generator<Integer, Object, Void> without(int factor, Generator<Integer, ?, ?> numbers) {
    return Generator.each(out -> {
      for (int number : numbers) {
        if (number % factor != 0) {
          out.yield(number);
        }
      }
    });
  }

  @Coroutine
  static Object sieve(List<Object> log) {
    Generator<Integer, Object, Void> numbers = from(2);
    while (true) {
      int prime = numbers.next();
      Coroutines.yield(prime);
      numbers = without(prime, numbers);
    }
  }

  /** What a generator has yielded, kept for all who begin later. */
  private static final class Shared {
    private final List<Integer> soFar = new ArrayList<>();
    private Generator<Integer, Object, Void> source;

    @Coroutine
    Generator<Integer, Object, Void> times(int factor) {
      for (int i = 0; ; i++) {
        while (i >= soFar.size()) {
          soFar.add(source.next());
        }
        Coroutines.yield(factor * soFar.get(i));
      }
    }
  }

  @Coroutine
  static Generator<Integer, Object, Void> merged(
      Generator<Integer, ?, ?> one, Generator<Integer, ?, ?> other) {
    int next = one.next();
    int otherNext = other.next();
    while (true) {
      Coroutines.yield(Math.min(next, otherNext));
      int least = Math.min(next, otherNext);
      next = next == least ? one.next() : next;
      otherNext = otherNext == least ? other.next() : otherNext;
    }
  }

  @Coroutine
  private static Generator<Integer, Object, Void> hamming(Shared own) {
    Coroutines.yield(1);
    Coroutines.yieldFrom(merged(merged(own.times(2), own.times(3)), own.times(5)));
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Object, Void> fibonacci(Shared own) {
    Coroutines.yield(1);
    Coroutines.yield(1);
    Generator<Integer, Object, Void> before = own.times(1);
    Generator<Integer, Object, Void> last = own.times(1);
    last.next();
    while (true) {
      Coroutines.yield(before.next() + last.next());
    }
  }

  @Coroutine
  static Object numbers_of_few_factors(List<Object> log) {
    Shared own = new Shared();
    own.source = hamming(own);
    return Coroutines.yieldFrom(own.times(1));
  }

  @Coroutine
  static Object fibonacci_numbers(List<Object> log) {
    Shared own = new Shared();
    own.source = fibonacci(own);
    return Coroutines.yieldFrom(own.times(1));
  }

  private Stream<Object> first(int count, String form, String program) {
    return open(form, program).stream().limit(count);
  }

  @Case("GP-13")
  @EveryForm
  void generators_that_feed_on_others_and_on_themselves(String form) {
    assertThat(first(10, form, "sieve")).containsExactly(2, 3, 5, 7, 11, 13, 17, 19, 23, 29);
    assertThat(first(12, form, "numbers_of_few_factors"))
        .containsExactly(1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16);
    assertThat(open(form, "numbers_of_few_factors").stream().skip(999).findFirst())
        .contains(51_200_000);
    assertThat(first(10, form, "fibonacci_numbers"))
        .containsExactly(1, 1, 2, 3, 5, 8, 13, 21, 34, 55);
  }

  @Coroutine
  static Object fails_after_one(List<Object> log) {
    Coroutines.yield(1);
    throw new UnsupportedOperationException("after one");
  }

  @Case("GP-16")
  @EveryForm
  void what_it_throws_in_a_loop_reaches_the_handler_around_the_loop(String form) {
    for (int round = 0; round < 3; round++) {
      log.clear();
      try {
        for (Object item : open(form, "fails_after_one")) {
          log.add(item);
        }
        log.add("not reached");
      } catch (UnsupportedOperationException e) {
        log.add(e.getMessage());
      }
      assertThat(log).containsExactly(1, "after one");
    }
  }
}
