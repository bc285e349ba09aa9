package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static dev.weft.protocol.Outcome.ofNext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Body;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Lambdas that yield and delegate, to methods and to one another. */
@Case("GP-15")
@Woven
class LambdaGeneratorsTest {
  private final List<Object> log = new ArrayList<>();

  private static void assertTalks(Generator<Object, Object, Object> generator) {
    assertThat(generator.next()).isEqualTo(1);
    assertThat(generator.send("a")).isEqualTo("got a");
    assertThat(generator.raise(new IllegalStateException("b"))).isEqualTo("caught b");
    assertThat(Outcome.of(() -> generator.send("c"))).isEqualTo(end("c"));
    assertThat(ofNext(generator, 1)).containsExactly(end(null));
  }

  @Coroutine
  private static Generator<Object, Object, Object> method() {
    try {
      Object got = Coroutines.yield(1);
      Coroutines.yield("got " + got);
      return Coroutines.done("nothing raised");
    } catch (IllegalStateException e) {
      return Coroutines.done(Coroutines.yield("caught " + e.getMessage()));
    }
  }

  private static final Body<Object, Object, Object> YIELDS =
      out -> {
        try {
          Object got = out.yield(1);
          out.yield("got " + got);
          return "nothing raised";
        } catch (IllegalStateException e) {
          return out.yield("caught " + e.getMessage());
        }
      };

  @Test
  void one_that_yields() {
    assertTalks(method());
    assertTalks(Generator.of(YIELDS));
    Supplier<Generator<Object, Object, Object>> supplier = () -> Generator.of(YIELDS);
    assertTalks(supplier.get());
  }

  @Test
  void one_of_a_single_expression() {
    Generator<Object, Object, Object> sends = Generator.of(out -> out.yield(out.yield(1)));
    assertThat(sends.next()).isEqualTo(1);
    assertThat(sends.send(2)).isEqualTo(2);
    assertThat(Outcome.of(() -> sends.send(3))).isEqualTo(end(3));
    Generator<Object, Object, Void> yieldsNull = Generator.each(out -> Coroutines.yield());
    assertThat(ofNext(yieldsNull, 2)).containsExactly(null, end(null));
  }

  @Test
  void one_that_delegates_to_a_method_or_a_lambda() {
    assertTalks(Generator.of(out -> out.yieldFrom(method())));
    assertTalks(Generator.of(out -> out.yieldFrom(Generator.of(YIELDS))));
    assertTalks(Generator.of(out -> Coroutines.yieldFrom(Generator.of(YIELDS))));
    assertTalks(
        Generator.of(a -> a.yieldFrom(Generator.of(b -> b.yieldFrom(Generator.of(YIELDS))))));
  }

  @Coroutine
  private static Generator<Object, Object, Object> delegating(Body<Object, Object, Object> body) {
    Object result = Coroutines.yieldFrom(Generator.of(body));
    return Coroutines.done(result);
  }

  @Test
  void a_method_that_delegates_to_a_lambda() {
    assertTalks(delegating(YIELDS));
    assertTalks(delegating(out -> out.yieldFrom(method())));
  }

  @Test
  void lambdas_that_delegate_close_inner_ones_first() {
    Generator<Object, Object, Void> outer =
        Generator.each(a -> {
          try {
            a.yieldFrom(
                Generator.<Object, Object>each(b -> {
                  try {
                    b.yield(1);
                  } finally {
                    log.add("inner");
                  }
                }));
          } finally {
            log.add("outer");
          }
        });
    outer.next();
    outer.close();
    assertThat(log).containsExactly("inner", "outer");
  }
}
