package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Which method runs, and whether it may yield, where only some overrides are annotated. */
@Woven
class OverridesTest {
  static class Top {
    @Coroutine
    String who() {
      Coroutines.yield("top");
      return "top";
    }

    @Coroutine
    String callsWho() {
      return "via " + who();
    }
  }

  static class Yields extends Top {
    @Coroutine
    @Override
    String who() {
      Coroutines.yield("yields");
      return "yields, " + super.who();
    }
  }

  static class Plain extends Top {
    @Override
    String who() {
      return "plain";
    }
  }

  static class CallsSuper extends Top {
    @Override
    String who() {
      return "calls " + super.who();
    }
  }

  static class AgainCoroutine extends Plain {
    @Coroutine
    @Override
    String who() {
      Coroutines.yield("again");
      return "again, " + super.who();
    }
  }

  static class BelowPlain extends Plain {}

  @Coroutine
  static Generator<String, Void, String> run(Top top) {
    return Coroutines.done(top.who() + "; " + top.callsWho());
  }

  @Coroutine
  static Generator<String, Void, String> runPlain(Plain plain) {
    return Coroutines.done(plain.who());
  }

  @Case("CA-15")
  @Test
  void an_annotated_override_of_an_annotated_method() {
    Generator<String, Void, String> generator = run(new Yields());
    assertThat(generator.stream()).containsExactly("yields", "top", "yields", "top");
    assertThat(generator.result()).isEqualTo("yields, top; via yields, top");
  }

  @Case("CA-15")
  @Test
  void an_override_without_the_annotation_wins() {
    assertThat(Drive.toEnd(run(new Plain()), null)).isEqualTo("plain; via plain");
    assertThat(Drive.toEnd(run(new BelowPlain()), null)).isEqualTo("plain; via plain");
    assertThat(Drive.toEnd(runPlain(new BelowPlain()), null)).isEqualTo("plain");
  }

  @Case("CA-15")
  @Test
  void an_annotated_override_of_one_that_is_not() {
    Generator<String, Void, String> generator = run(new AgainCoroutine());
    assertThat(generator.stream()).containsExactly("again", "again");
    assertThat(generator.result()).isEqualTo("again, plain; via again, plain");
    assertThat(runPlain(new AgainCoroutine()).stream()).containsExactly("again");
  }

  @Case({"CA-14", "CA-15"})
  @Test
  void an_override_without_the_annotation_breaks_the_chain() {
    Generator<String, Void, String> generator = run(new CallsSuper());
    assertThatThrownBy(generator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("these frames are not coroutines")
        .hasMessageContaining("OverridesTest$CallsSuper.who (OverridesTest.java:");
    assertThat(generator.state()).isEqualTo(State.CLOSED);
  }

  abstract static class Abstract {
    @Coroutine
    abstract int size();

    int twicePlain() {
      return 2 * size();
    }

    @Coroutine
    int twice() {
      return 2 * size();
    }
  }

  static class Known extends Abstract {
    @Override
    int size() {
      return 21;
    }
  }

  static class Asked extends Abstract {
    @Coroutine
    @Override
    int size() {
      return Coroutines.<Integer>yield("size?");
    }
  }

  @Coroutine
  static Generator<String, Integer, Integer> twice(Abstract of) {
    return Coroutines.done(of.twice());
  }

  @Coroutine
  static Generator<String, Integer, Integer> twicePlain(Abstract of) {
    return Coroutines.done(of.twicePlain());
  }

  @Case("CA-03")
  @Test
  void an_abstract_method_is_implemented_either_way() {
    assertThat(Drive.toEnd(twice(new Known()), null)).isEqualTo(42);
    assertThat(Drive.toEnd(twicePlain(new Known()), null)).isEqualTo(42);
    Generator<String, Integer, Integer> asked = twice(new Asked());
    assertThat(asked.next()).isEqualTo("size?");
    assertThat(Drive.toEnd(asked, 5)).isEqualTo(10);
  }

  @Test
  void a_plain_method_between_breaks_the_chain() {
    assertThatThrownBy(() -> twicePlain(new Asked()).next())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a yield in dev.weft.behaviour.OverridesTest$Asked.size")
        .hasMessageContaining("OverridesTest$Abstract.twicePlain (OverridesTest.java:");
  }

  @Test
  void plain_code_runs_a_coroutine_until_it_would_suspend() {
    assertThat(new Known().twice()).isEqualTo(42);
    assertThatThrownBy(() -> new Asked().twice())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no generator to suspend");
  }
}
