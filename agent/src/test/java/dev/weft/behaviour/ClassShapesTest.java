package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coroutine methods in every kind of class. */
@Case("CA-20")
@Woven
class ClassShapesTest {
  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException(from + " > " + to);
      }
    }

    @Coroutine
    Generator<Integer, Void, Integer> numbers() {
      for (int i = from; i < to; i++) {
        Coroutines.yield(i);
      }
      return Coroutines.done(to);
    }

    @Coroutine
    int middle() {
      Coroutines.yield("middle of " + this);
      return (from + to) / 2;
    }
  }

  @Test
  void a_record() {
    Generator<Integer, Void, Integer> generator = new Range(2, 5).numbers();
    assertThat(generator.stream()).containsExactly(2, 3, 4);
    assertThat(generator.result()).isEqualTo(5);
    assertThat(new Range(1, 2)).isEqualTo(new Range(1, 2)).hasToString("Range[from=1, to=2]");
    assertThat(Range.class.getRecordComponents()).hasSize(2);
    assertThat(run(new Range(0, 10)::middle).stream()).containsExactly("middle of " + tenth());
  }

  private static Range tenth() {
    return new Range(0, 10);
  }

  interface Code {
    @Coroutine
    Object run();
  }

  @Coroutine
  static Generator<String, Integer, Object> run(Code code) {
    return Coroutines.done(code.run());
  }

  enum Operation {
    ADD {
      @Coroutine
      @Override
      int apply(int one, int other) {
        int sent = Coroutines.yield(name() + one + other);
        return one + other + sent;
      }
    },
    FIRST {
      @Override
      int apply(int one, int other) {
        return one;
      }
    };

    @Coroutine
    abstract int apply(int one, int other);

    @Coroutine
    int twice(int one, int other) {
      return apply(one, other) + apply(other, one);
    }

    @Coroutine
    static Generator<Operation, Void, Void> all() {
      return Coroutines.yieldFrom(List.of(values()));
    }
  }

  @Test
  void an_enum() {
    Generator<String, Integer, Object> add = run(() -> Operation.ADD.twice(1, 2));
    assertThat(add.next()).isEqualTo("ADD12");
    assertThat(add.send(10)).isEqualTo("ADD21");
    assertThat(Drive.toEnd(add, 20)).isEqualTo(36);
    assertThat(Drive.toEnd(run(() -> Operation.FIRST.twice(1, 2)), null)).isEqualTo(3);
    assertThat(Operation.all().stream()).containsExactly(Operation.ADD, Operation.FIRST);
    assertThat(Operation.valueOf("ADD")).isSameAs(Operation.values()[0]);
  }

  sealed interface Expression permits Literal, Sum {
    @Coroutine
    int value();
  }

  record Literal(int value) implements Expression {}

  static final class Sum implements Expression {
    private final Expression left;
    private final Expression right;

    Sum(Expression left, Expression right) {
      this.left = left;
      this.right = right;
    }

    @Coroutine
    @Override
    public int value() {
      int sum = left.value() + right.value();
      Coroutines.yield("sum " + sum);
      return sum;
    }
  }

  @Test
  void a_sealed_hierarchy() {
    Expression five = new Sum(new Literal(2), new Literal(3));
    Generator<String, Integer, Object> generator = run(() -> new Sum(five, five).value());
    assertThat(generator.stream()).containsExactly("sum 5", "sum 5", "sum 10");
    assertThat(generator.result()).isEqualTo(10);
    assertThat(Expression.class.getPermittedSubclasses()).hasSize(2);
  }

  private int field = 1;

  class Inner {
    private final int own = 10;

    class Innermost {
      @Coroutine
      int sum() {
        field += Coroutines.<Integer>yield("innermost");
        return field + own;
      }
    }
  }

  @Test
  void an_inner_class() {
    Inner.Innermost innermost = new Inner().new Innermost();
    Generator<String, Integer, Object> generator = run(innermost::sum);
    assertThat(generator.next()).isEqualTo("innermost");
    assertThat(Drive.toEnd(generator, 5)).isEqualTo(16);
  }

  @Test
  void a_local_class() {
    int captured = 100;
    class Local {
      @Coroutine
      int sum(int more) {
        int sent = Coroutines.yield("local " + captured);
        return captured + more + sent + field;
      }
    }
    Generator<String, Integer, Object> generator = run(() -> new Local().sum(20));
    assertThat(generator.next()).isEqualTo("local 100");
    assertThat(Drive.toEnd(generator, 5)).isEqualTo(126);
  }

  @Test
  void an_anonymous_class() {
    int captured = 100;
    Code code =
        new Code() {
          @Coroutine
          @Override
          public Object run() {
            int sent = Coroutines.yield("anonymous " + captured);
            return captured + sent + field;
          }
        };
    Generator<String, Integer, Object> generator = run(code);
    assertThat(generator.next()).isEqualTo("anonymous 100");
    assertThat(Drive.toEnd(generator, 5)).isEqualTo(106);
  }

  @Coroutine
  static Generator<Object, Integer, Object> madeInside() {
    int captured = 7;
    record Pair(Object one, Object other) {}
    Code code =
        new Code() {
          @Coroutine
          @Override
          public Object run() {
            return new Pair(captured, Coroutines.yield("inside"));
          }
        };
    return Coroutines.done(code.run());
  }

  @Test
  void classes_made_inside_a_coroutine() {
    Generator<Object, Integer, Object> generator = madeInside();
    assertThat(generator.next()).isEqualTo("inside");
    assertThat(Drive.toEnd(generator, 8)).hasToString("Pair[one=7, other=8]");
  }

  @interface Tagged {
    Code YIELDS = () -> Coroutines.yield("in an annotation");
  }

  @Test
  void a_lambda_of_an_annotation_type() {
    assertThat(run(Tagged.YIELDS).stream()).containsExactly("in an annotation");
  }
}
