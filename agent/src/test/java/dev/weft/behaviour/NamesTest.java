package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Names that are unusual, or look like those that weaving gives. */
@Case("CA-21")
@Woven
@SuppressWarnings("UnicodeInCode")
class NamesTest {
  interface Code {
    @Coroutine
    Object run();
  }

  @Coroutine
  static Generator<String, Integer, Object> run(Code code) {
    return Coroutines.done(code.run());
  }

  static class Größe {
    @Coroutine
    static String größe(String ünïcödé, String 変数) {
      String both = ünïcödé + 変数;
      Coroutines.yield(both);
      return both + ünïcödé;
    }
  }

  @Test
  void names_of_any_letters() {
    Generator<String, Integer, Object> generator = run(() -> Größe.größe("1", "\ud83d\ude00"));
    assertThat(generator.stream()).containsExactly("1\ud83d\ude00");
    assertThat(generator.result()).isEqualTo("1\ud83d\ude001");
  }

  private static final int $weft$own = 3;

  @Coroutine
  static Object define(Object frame, Object coroutine, Object $weft$frame, int state) {
    Coroutines.yield("" + frame + coroutine + $weft$frame + state);
    return "" + state + $weft$frame + coroutine + frame + $weft$own;
  }

  @Coroutine
  static Object resume() {
    return create() + "/" + resume("x");
  }

  @Coroutine
  static Object resume(String values) {
    Coroutines.yield(values);
    return values;
  }

  @Coroutine
  static Object create() {
    Coroutines.yield("create");
    return "create";
  }

  @Test
  void names_that_weaving_gives_too() {
    Generator<String, Integer, Object> generator = run(() -> define("f", 'c', 1.5, 2));
    assertThat(generator.stream()).containsExactly("fc1.52");
    assertThat(generator.result()).isEqualTo("21.5cf3");
    assertThat(run(NamesTest::resume).stream()).containsExactly("create", "x");
  }

  @Coroutine
  static Generator<Object, Void, Object> frame(
      int state, int caller, Object captured0, int result, int value, boolean hasNext) {
    Coroutines.yield(state + caller);
    Coroutines.yield(captured0);
    state += result;
    Coroutines.yield(hasNext);
    return Coroutines.done(state + value);
  }

  @Test
  void variables_named_like_the_fields_of_a_generator() {
    Generator<Object, Void, Object> generator = frame(1, 2, "c", 3, 4, true);
    assertThat(generator.stream()).containsExactly(3, "c", true);
    assertThat(generator.result()).isEqualTo(8);
  }

  static class Lambda {
    @Coroutine
    Object $() {
      Coroutines.yield("$");
      return "$";
    }

    @Coroutine
    Object _$_() {
      Coroutines.yield("_$_");
      return $();
    }

    @Coroutine
    Object lambda$new$0() {
      Coroutines.yield("lambda");
      return _$_();
    }
  }

  @Test
  void names_that_compilers_give() {
    Generator<String, Integer, Object> generator = run(new Lambda()::lambda$new$0);
    assertThat(generator.stream()).containsExactly("lambda", "_$_", "$");
    assertThat(generator.result()).isEqualTo("$");
  }
}
