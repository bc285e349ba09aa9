package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.runtime.Completion;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The library without weaving: every call says what is missing, and where. */
class NotWovenTest {
  private static final String CURE =
      ", which has not been woven. Start the JVM with -javaagent:weft-agent.jar, call"
          + " dev.weft.agent.Weft.install() before the class is loaded, or weave at build time; and"
          + " annotate the method @Coroutine.";

  private static String messageOf(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isExactlyInstanceOf(IllegalStateException.class).hasNoCause();
    return thrown.getMessage();
  }

  private static void yielding() {
    Coroutines.yield(1);
  }

  @Test
  void a_yield_names_the_method_the_line_and_the_cure() {
    Throwable thrown = catchThrowable(NotWovenTest::yielding);
    int line = thrown.getStackTrace()[2].getLineNumber(); // below calling and yield
    assertThat(thrown)
        .hasMessage(
            "Coroutines.yield was called in dev.weft.NotWovenTest.yielding (NotWovenTest.java:"
                + line
                + ")"
                + CURE);
  }

  @Test
  void so_does_every_other_call() {
    assertNames("yield", () -> Coroutines.yield());
    assertNames("done", () -> Coroutines.done());
    assertNames("done", () -> Coroutines.done("result"));
    assertNames("end", () -> Coroutines.end());
    assertNames("current", () -> Coroutines.current());
  }

  @Test
  void so_does_every_delegation() {
    assertNames("yieldFrom", () -> Coroutines.yieldFrom((Generator<?, ?, ?>) null));
    assertNames("yieldFrom", () -> Coroutines.yieldFrom((Iterator<?>) null));
    assertNames("yieldFrom", () -> Coroutines.yieldFrom((Iterable<?>) null));
    assertNames("yieldFrom", () -> Coroutines.yieldFrom(Stream.empty()));
    assertNames("yieldFrom", () -> Coroutines.yieldFrom("text"));
    assertNames("yieldFrom", () -> Coroutines.yieldFrom(new Object[0]));
    assertNames("yieldFrom", () -> Coroutines.yieldFrom(new int[0]));
  }

  private static void assertNames(String call, ThrowingCallable calling) {
    assertThat(messageOf(calling))
        .startsWith("Coroutines." + call + " was called in dev.weft.NotWovenTest.")
        .endsWith(CURE);
  }

  @Test
  void nothing_is_suspendable() {
    assertThat(Coroutines.isSuspendable()).isFalse();
  }

  @Test
  void a_generator_of_a_lambda_says_so_too() {
    String cure =
        "its class has not been woven: start the JVM with -javaagent:weft-agent.jar, call"
            + " dev.weft.agent.Weft.install() before it is loaded, or weave at build time";
    assertThat(messageOf(() -> Generator.of(out -> out.yield(1)).next())).endsWith(cure);
    assertThat(messageOf(() -> Generator.each(out -> out.yield(List.of())).next())).endsWith(cure);
  }

  @Test
  void what_a_body_given_to_unwoven_code_throws_is_not_lost() {
    Exception checked = new Exception("checked");
    assertThat(Bodies.thrownByCreation(checked)).hasCause(checked);
    RuntimeException unchecked = new RuntimeException("unchecked");
    assertThat(Bodies.thrownByCreation(unchecked)).isSameAs(unchecked);
  }

  @Test
  void a_yielder_in_unwoven_code_names_the_method_and_the_cure() {
    Yielder<Object, Object> out = Completion.of(null);
    String prefix = "Yielder.yield was called in dev.weft.NotWovenTest.";
    String suffix =
        ", which is no coroutine: annotate the method @Coroutine, or, if it is a lambda, give its"
            + " interface's method that annotation; library calls that take a lambda need a loop"
            + " instead; if it is one already, its class has not been woven: start the JVM with"
            + " -javaagent:weft-agent.jar, call dev.weft.agent.Weft.install() before it is loaded,"
            + " or weave at build time";
    assertThatThrownBy(() -> out.yield(1))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(prefix)
        .hasMessageEndingWith(suffix)
        .hasMessageContaining(" (NotWovenTest.java:");
  }

  @Test
  void so_does_each_form_of_its_delegation() {
    Yielder<Object, Object> out = Completion.of(null);
    Generator<Object, Object, Object> generator = Completion.of(null);
    String prefix = "Yielder.yieldFrom was called in dev.weft.NotWovenTest.";
    assertThatThrownBy(() -> out.yieldFrom(generator)).hasMessageStartingWith(prefix);
    assertThatThrownBy(() -> out.yieldFrom(List.of())).hasMessageStartingWith(prefix);
    assertThatThrownBy(() -> out.yieldFrom(List.of().iterator())).hasMessageStartingWith(prefix);
  }
}
