package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Bridges where compilers add them for other reasons than an override in the same class. */
@Case("CA-04")
@Woven
class BridgeShapesTest {
  interface Step<A, B> {
    @Coroutine
    B run(A argument);
  }

  @Coroutine
  static <A, B> Generator<String, Void, B> run(Step<A, B> step, A argument) {
    return Coroutines.done(step.run(argument));
  }

  interface DefaultStep extends Step<String, Integer> {
    @Coroutine
    @Override
    default Integer run(String argument) {
      Coroutines.yield("default " + argument);
      return argument.length();
    }
  }

  static class OfDefault implements DefaultStep {}

  static class OverDefault implements DefaultStep {
    @Coroutine
    @Override
    public Integer run(String argument) {
      Coroutines.yield("over");
      return 100 * DefaultStep.super.run(argument);
    }
  }

  static class PlainOverDefault implements DefaultStep {
    @Override
    public Integer run(String argument) {
      return -1;
    }
  }

  @Test
  void a_bridge_in_an_interface() {
    Generator<String, Void, Integer> generator = run(new OfDefault(), "four");
    assertThat(generator.stream()).containsExactly("default four");
    assertThat(generator.result()).isEqualTo(4);
    Generator<String, Void, Integer> over = run(new OverDefault(), "four");
    assertThat(over.stream()).containsExactly("over", "default four");
    assertThat(over.result()).isEqualTo(400);
    assertThat(Drive.toEnd(run(new PlainOverDefault(), "four"), null)).isEqualTo(-1);
  }

  static class YieldingParent {
    @Coroutine
    public Integer run(String argument) {
      Coroutines.yield("parent " + argument);
      return argument.length();
    }
  }

  static class PlainParent {
    public Integer run(String argument) {
      return argument.length();
    }
  }

  static class OfYieldingParent extends YieldingParent implements Step<String, Integer> {}

  static class OfPlainParent extends PlainParent implements Step<String, Integer> {}

  @Test
  void a_bridge_to_an_inherited_method() {
    Generator<String, Void, Integer> generator = run(new OfYieldingParent(), "four");
    assertThat(generator.stream()).containsExactly("parent four");
    assertThat(generator.result()).isEqualTo(4);
    assertThat(Drive.toEnd(run(new OfPlainParent(), "four"), null)).isEqualTo(4);
  }

  abstract static class Invisible {
    @Coroutine
    public String who() {
      Coroutines.yield("who?");
      return "invisible";
    }

    @Coroutine
    public Generator<String, Void, Void> items() {
      Coroutines.yield("item");
      return null;
    }
  }

  /** javac gives it bridges to the methods of the parent that is less visible. */
  public static class Visible extends Invisible {}

  /** Calls past the bridge. */
  public static class BelowVisible extends Visible {
    @Coroutine
    @Override
    public String who() {
      return "below " + super.who();
    }
  }

  @Coroutine
  static Generator<String, Void, String> who(Visible visible) {
    return Coroutines.done(visible.who());
  }

  @Test
  void a_bridge_to_what_is_less_visible() throws Exception {
    assertThat(Visible.class.getDeclaredMethod("who").isBridge()).isTrue();
    Generator<String, Void, String> generator = who(new Visible());
    assertThat(generator.stream()).containsExactly("who?");
    assertThat(generator.result()).isEqualTo("invisible");
    assertThat(who(new BelowVisible()).stream()).containsExactly("who?");
    assertThat(new Visible().items().stream()).containsExactly("item");
  }

  interface Chain<T extends Comparable<T>> {
    @Coroutine
    T next(T value);
  }

  abstract static class Numbers<T extends Number & Comparable<T>> implements Chain<T> {
    @Coroutine
    @Override
    public abstract T next(T value);
  }

  static class Integers extends Numbers<Integer> {
    @Coroutine
    @Override
    public Integer next(Integer value) {
      Coroutines.yield("next of " + value);
      return value + 1;
    }
  }

  @Coroutine
  static <T extends Comparable<T>> Generator<String, Void, T> twice(Chain<T> chain, T from) {
    return Coroutines.done(chain.next(chain.next(from)));
  }

  @Coroutine
  static <T extends Number & Comparable<T>> Generator<String, Void, T> numbers(
      Numbers<T> chain, T from) {
    return Coroutines.done(chain.next(from));
  }

  @Test
  void several_bridges_to_one_method() {
    Generator<String, Void, Integer> generator = twice(new Integers(), 1);
    assertThat(generator.stream()).containsExactly("next of 1", "next of 2");
    assertThat(generator.result()).isEqualTo(3);
    assertThat(numbers(new Integers(), 5).stream()).containsExactly("next of 5");
  }
}
