package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Lambdas of coroutine interfaces wherever a class can have them. */
@Case("CA-09")
@Woven
class LambdaPlacesTest {
  interface Step {
    @Coroutine
    Object run();
  }

  @Coroutine
  static Generator<Object, Object, Object> run(Step step) {
    return Coroutines.done(step.run());
  }

  private static void check(Step step, Object yields, Object returns) {
    Generator<Object, Object, Object> generator = run(step);
    assertThat(generator.next()).isEqualTo(yields);
    assertThat(Drive.toEnd(generator, "!")).isEqualTo(returns);
  }

  static final Step CONSTANT = () -> "constant" + Coroutines.yield(1);
  final Step field = () -> getClass().getSimpleName() + Coroutines.yield(2);

  @Test
  void in_the_initialiser_of_a_field() {
    check(CONSTANT, 1, "constant!");
    check(field, 2, "LambdaPlacesTest!");
  }

  static class Made {
    final Step step;

    Made(Step step) {
      this.step = step;
    }

    Made(String name, long number) {
      this(() -> name + Coroutines.yield(number));
    }
  }

  static class MadeBelow extends Made {
    final Step own;

    MadeBelow(String name) {
      super(() -> "super " + name + Coroutines.yield(3));
      own = () -> step + name + Coroutines.yield(4);
    }

    @Override
    public String toString() {
      return "below ";
    }
  }

  @Test
  void in_a_constructor() {
    check(new Made("this ", 5).step, 5L, "this !");
    check(new MadeBelow("x").step, 3, "super x!");
    Generator<Object, Object, Object> own = run(new MadeBelow("y").own);
    assertThat(own.next()).isEqualTo(4);
    assertThat(Drive.toEnd(own, "!").toString()).endsWith("y!");
  }

  enum Operation {
    ASK(() -> "asked" + Coroutines.yield("ask")),
    TELL(Operation::told);

    final Step step;

    Operation(Step step) {
      this.step = step;
    }

    @Coroutine
    static Object told() {
      return "told" + Coroutines.yield("tell");
    }
  }

  @Test
  void in_the_arguments_of_enum_constants() {
    check(Operation.ASK.step, "ask", "asked!");
    check(Operation.TELL.step, "tell", "told!");
  }

  record Holder(Step step) {
    Holder {
      Step given = step;
      step = () -> "held " + given.run();
    }
  }

  @Test
  void in_the_constructor_of_a_record() {
    check(new Holder(CONSTANT).step(), 1, "held constant!");
  }

  interface Face {
    Step SHARED = () -> "shared" + Coroutines.yield("of interface");

    default Step mine() {
      return () -> this + "" + Coroutines.yield("mine") + hidden();
    }

    @Coroutine
    private Object hidden() {
      return Coroutines.yield("hidden");
    }

    static Step statics() {
      return () -> "static" + Coroutines.yield("statics");
    }
  }

  @Test
  void in_an_interface() {
    check(Face.SHARED, "of interface", "shared!");
    check(Face.statics(), "statics", "static!");
    Face face =
        new Face() {
          @Override
          public String toString() {
            return "face";
          }
        };
    Generator<Object, Object, Object> generator = run(face.mine());
    assertThat(generator.next()).isEqualTo("mine");
    assertThat(generator.send("1")).isEqualTo("hidden");
    assertThat(Drive.toEnd(generator, "2")).isEqualTo("face12");
  }

  @Coroutine
  @SuppressWarnings("UnnecessaryMethodReference")
  static Generator<Object, Object, Object> inGenerator(int count) {
    Object last = null;
    for (int i = 0; i < count; i++) {
      int captured = i;
      Step step = () -> captured + "" + Coroutines.yield(captured);
      last = step.run();
      Step reference = step::run;
      last = last + "," + reference.run();
    }
    return Coroutines.done(last);
  }

  @Test
  void in_a_coroutine() {
    Generator<Object, Object, Object> generator = inGenerator(2);
    assertThat(generator.stream()).containsExactly(0, 0, 1, 1);
    assertThat(generator.result()).isEqualTo("1null,1null");
  }

  interface Task<T> extends Callable<T> {
    @Coroutine
    @Override
    T call();
  }

  interface Text extends Task<String>, Supplier<String> {
    @Coroutine
    @Override
    String call();

    @Override
    default String get() {
      return "got " + call();
    }
  }

  @Coroutine
  static <T> Generator<Object, Object, T> call(Task<T> task) {
    return Coroutines.done(task.call());
  }

  @Test
  void for_an_interface_that_narrows_one_of_the_jdk() throws Exception {
    Text text = () -> "text";
    FutureTask<String> future = new FutureTask<>(text);
    future.run();
    assertThat(future.get()).isEqualTo("text");
    assertThat(List.of(text).stream().map(Supplier::get)).containsExactly("got text");
    Text yields = () -> "text" + Coroutines.yield("yields");
    Generator<Object, Object, String> generator = call(yields);
    assertThat(generator.next()).isEqualTo("yields");
    assertThat(Drive.toEnd(generator, "!")).isEqualTo("text!");
  }

  @Test
  void with_many_captured_values() {
    long a = 1;
    double b = 2;
    String c = "c";
    int d = 4;
    float e = 5;
    Object f = "f";
    short g = 7;
    int[] h = {8};
    Step step =
        () -> {
          Step inner = () -> a + b + c + d + e + Coroutines.yield(f) + g + h[0];
          return inner.run() + "" + a + b + c + d + e + f + g + h[0];
        };
    check(step, "f", "3.0c45.0!78" + "12.0c45.0f78");
  }
}
