package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.State;
import dev.weft.StopIteration;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the runtime says and does where no woven code calls it. */
class UnwovenTest {
  @Test
  void what_done_evaluates_to_is_a_closed_generator_with_the_result() {
    Completion done = Completion.of("result");
    assertThat(done.state()).isEqualTo(State.CLOSED);
    assertThat(done.result()).isEqualTo("result");
    assertThat(done.hasNext()).isFalse();
    assertThatThrownBy(done::next)
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("result"));
    assertThatThrownBy(done::next)
        .isInstanceOfSatisfying(StopIteration.class, stop -> assertThat(stop.value()).isNull());
    assertThat(done.toString()).isEqualTo("generator dev.weft.Coroutines.done CLOSED");
  }

  @Test
  void a_method_may_return_nothing_or_what_done_made() {
    assertThat(GeneratorFrame.resultOf(null)).isNull();
    assertThat(GeneratorFrame.resultOf(Completion.of("r"))).isEqualTo("r");
    assertThatThrownBy(() -> GeneratorFrame.resultOf("text"))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a generator method must return null, done(..) or end(), but returned a"
                + " java.lang.String; to yield what it holds, yieldFrom it");
  }

  @Test
  void the_coroutine_of_plain_code_always_runs_and_cannot_be_suspended() {
    assertThat(GeneratorFrame.NONE.state()).isEqualTo(State.RUNNING);
    assertThat(GeneratorFrame.NONE.isSuspendable()).isFalse();
    assertThatThrownBy(GeneratorFrame.NONE::next).hasMessage("generator already executing");
    assertThatThrownBy(GeneratorFrame.NONE::ensureSuspendable)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no generator to suspend");
  }

  @Test
  void classes_woven_for_another_version_are_refused() {
    assertThatThrownBy(() ->
            Companions.define(
                MethodHandles.lookup(),
                "define",
                MethodType.methodType(Object.class),
                Companions.VERSION + 1,
                "p.Companion",
                ""))
        .isExactlyInstanceOf(LinkageError.class)
        .hasMessage(
            "dev.weft.runtime.UnwovenTest was woven for version 2 of Weft's runtime, but this is"
                + " version 1: use a weft-core and a weft-agent of one release");
  }

  /** Of another type they would have the JVM spin method handles for each call site. */
  @Test
  void bootstrap_methods_have_the_type_that_the_jvm_calls_as_it_is() {
    Method known = method(LambdaMetafactory.class, "altMetafactory");
    for (Method own :
        List.of(method(Companions.class, "define"), method(Overrides.class, "link"))) {
      assertThat(own.getParameterTypes()).isEqualTo(known.getParameterTypes());
      assertThat(own.getReturnType()).isEqualTo(known.getReturnType());
      assertThat(own.isVarArgs()).isTrue();
    }
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_companion_that_cannot_be_defined_is_an_error() {
    assertThatThrownBy(() ->
            Companions.define(
                MethodHandles.lookup(),
                "define",
                MethodType.methodType(Object.class),
                Companions.VERSION,
                "p.Companion",
                "no class file"))
        .isInstanceOf(LinkageError.class)
        .hasSuppressedException(new ClassNotFoundException("p.Companion"));
  }
}
