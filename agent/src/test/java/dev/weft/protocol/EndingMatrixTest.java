package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.StopIteration;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Seven inner generators, by what they do in their finally block, against five ways to end the
 * outer one that delegates to them: what comes of the call, and of the next one. All is as in
 * CPython 3.13.
 *
 * <p>"given" is the very exception that was raised, "own" the one that the inner threw in its
 * finally block. Where Python notes the exception that was under way as the context of the new one,
 * Java's language has nothing of the kind: "own" has neither cause nor suppressed exceptions. A
 * cause is there where Python has one, in the error made of a StopIteration.
 */
@Woven
class EndingMatrixTest {
  private static final class Panic extends Error {
    private static final long serialVersionUID = 1L;
  }

  private Throwable given;
  private Throwable own;

  @Coroutine
  @SuppressWarnings("finally")
  private static Generator<Object, Object, Object> inner(String doing, Throwable own) {
    try {
      Coroutines.yield("first");
      throw new AssertionError("resumed by next");
    } finally {
      if (own != null) {
        throw Sneaky.sneak(own);
      }
      if ("yields".equals(doing)) {
        Coroutines.yield("of finally");
      }
      if ("returns".equals(doing)) {
        return Coroutines.done("returned");
      }
    }
  }

  private Generator<Object, Object, Object> lambda(String doing, Throwable own) {
    return Generator.of(out -> out.yieldFrom(inner(doing, own)));
  }

  @Coroutine
  private static Generator<Object, Object, Object> method(Generator<?, ?, ?> inner) {
    Object result = Coroutines.yieldFrom(inner);
    return Coroutines.done(result);
  }

  private static Throwable exception(String kind) {
    return switch (kind) {
      case "exit" -> new GeneratorExit();
      case "stop" -> new StopIteration();
      case "panic" -> new Panic();
      case "fault" -> new IOException();
      default -> null;
    };
  }

  @Case("YF-26")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the inner's finally | the call  | what comes of it                    | of next()
          does nothing          | close       | is done                             | ends with null
          does nothing          | raise exit  | throws given                        | ends with null
          does nothing          | raise stop  | generator raised StopIteration from given | ends with null
          does nothing          | raise panic | throws given                        | ends with null
          does nothing          | raise fault | throws given                        | ends with null
          throws exit           | close       | is done                             | ends with null
          throws exit           | raise exit  | throws given                        | ends with null
          throws exit           | raise stop  | throws own                          | ends with null
          throws exit           | raise panic | throws own                          | ends with null
          throws exit           | raise fault | throws own                          | ends with null
          throws stop           | close       | generator raised StopIteration from own | ends with null
          throws stop           | raise exit  | generator raised StopIteration from own | ends with null
          throws stop           | raise stop  | generator raised StopIteration from own | ends with null
          throws stop           | raise panic | generator raised StopIteration from own | ends with null
          throws stop           | raise fault | generator raised StopIteration from own | ends with null
          throws panic          | close       | throws own                          | ends with null
          throws panic          | raise exit  | throws own                          | ends with null
          throws panic          | raise stop  | throws own                          | ends with null
          throws panic          | raise panic | throws own                          | ends with null
          throws panic          | raise fault | throws own                          | ends with null
          throws fault          | close       | throws own                          | ends with null
          throws fault          | raise exit  | throws own                          | ends with null
          throws fault          | raise stop  | throws own                          | ends with null
          throws fault          | raise panic | throws own                          | ends with null
          throws fault          | raise fault | throws own                          | ends with null
          yields                | close       | generator ignored GeneratorExit     | ends with null
          yields                | raise exit  | generator ignored GeneratorExit     | ends with null
          yields                | raise stop  | gives of finally                    | generator raised StopIteration from given
          yields                | raise panic | gives of finally                    | throws given
          yields                | raise fault | gives of finally                    | throws given
          returns               | close       | is done                             | ends with null
          returns               | raise exit  | throws given                        | ends with null
          returns               | raise stop  | ends with returned                  | ends with null
          returns               | raise panic | ends with returned                  | ends with null
          returns               | raise fault | ends with returned                  | ends with null
          """)
  void ends_as_in_Python(String inner, String call, String outcome, String next) {
    for (boolean lambda : new boolean[] {false, true}) {
      own = exception(inner.replace("throws ", ""));
      given = exception(call.replace("raise ", ""));
      Generator<Object, Object, Object> outer =
          lambda ? lambda(inner, own) : method(inner(inner, own));
      assertThat(outer.next()).isEqualTo("first");
      assertThat(outcome(() -> end(outer))).isEqualTo(outcome);
      assertThat(outcome(() -> "gives " + outer.next())).isEqualTo(next);
      assertThat(outcome(() -> "gives " + outer.next())).isEqualTo("ends with null");
    }
  }

  private String end(Generator<Object, Object, Object> outer) {
    if (given != null) {
      return "gives " + outer.raise(given);
    }
    outer.close();
    return "is done";
  }

  private String outcome(Callable<String> call) {
    try {
      return call.call();
    } catch (Throwable t) {
      assertThat(t.getSuppressed()).isEmpty();
      if (t == given || t == own) {
        assertThat(t).hasNoCause();
        return "throws " + name(t);
      }
      if (t instanceof StopIteration stop) {
        return "ends with " + stop.value();
      }
      assertThat(t).isExactlyInstanceOf(IllegalStateException.class);
      return t.getMessage() + (t.getCause() == null ? "" : " from " + name(t.getCause()));
    }
  }

  private String name(Throwable t) {
    return t == own ? "own" : t == given ? "given" : t.toString();
  }
}
