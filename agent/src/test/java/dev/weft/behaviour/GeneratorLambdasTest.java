package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Body;
import dev.weft.Coroutine;
import dev.weft.Generator;
import dev.weft.VoidBody;
import dev.weft.Yielder;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lambda that is given to Generator.of at once is a generator method in all but name. */
@Woven
class GeneratorLambdasTest {
  private final String name = "instance";

  private static List<Object> taken(Generator<?, ?, ?> generator) {
    List<Object> taken = new ArrayList<>();
    generator.forEachRemaining(taken::add);
    return taken;
  }

  @Test
  void each_such_lambda_has_a_class_of_its_own() {
    Generator<Integer, Void, Void> one = Generator.each(out -> out.yield(1));
    Generator<Integer, Void, Void> two = Generator.each(out -> out.yield(2));
    assertThat(one.getClass()).isNotSameAs(two.getClass());
    assertThat(one.getClass().getName()).startsWith(GeneratorLambdasTest.class.getName());
    assertThat(taken(one)).containsExactly(1);
    assertThat(taken(two)).containsExactly(2);
  }

  @Test
  void what_it_captures_and_returns_arrives() {
    long wide = 1L << 40;
    double fraction = 0.5;
    String text = "text";
    Generator<Object, Object, String> generator =
        Generator.of(out -> {
          Object sent = out.yield(wide);
          out.yield(fraction);
          return text + sent + name;
        });
    assertThat(generator.next()).isEqualTo(wide);
    assertThat(generator.send("sent")).isEqualTo(fraction);
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo("textsentinstance");
  }

  @Coroutine
  private static <Y> void twice(Yielder<Y, ?> out, Y value) {
    out.yield(value);
    out.yield(value);
  }

  @Test
  void its_yielder_can_be_handed_on() {
    Generator<String, Object, Void> generator =
        Generator.each(out -> {
          twice(out, "a");
          Yielder<String, Object> same = out;
          same.yield("b");
          out.yieldFrom(List.of("c", "d"));
        });
    assertThat(taken(generator)).containsExactly("a", "a", "b", "c", "d");
  }

  @Test
  void a_yielder_of_another_generator_is_an_error() {
    Generator<Integer, Object, Void> outer =
        Generator.each(mine -> {
          Generator<Integer, Object, Void> inner = Generator.each(out -> mine.yield(1));
          mine.yield(0);
          inner.next();
        });
    outer.next();
    assertThatThrownBy(outer::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this Yielder belongs to");
  }

  @Test
  void checked_exceptions_leave_it_unwrapped() {
    Generator<Integer, Object, Object> failing =
        Generator.of(out -> {
          out.yield(1);
          throw new IOException("checked");
        });
    failing.next();
    assertThatThrownBy(failing::next).isExactlyInstanceOf(IOException.class);
  }

  @Test
  void the_same_lambda_can_be_made_many_times() {
    List<Generator<Integer, Object, Void>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int start = i;
      all.add(
          Generator.each(out -> {
            out.yield(start);
            out.yield(start + 10);
          }));
    }
    assertThat(all).extracting(Generator::next).containsExactly(0, 1, 2);
    assertThat(all).extracting(Generator::next).containsExactly(10, 11, 12);
  }

  @Test
  void a_conditional_and_a_variable_still_make_generators() {
    for (boolean first : new boolean[] {true, false}) {
      VoidBody<Integer, Object> body = first ? out -> out.yield(1) : out -> out.yield(2);
      assertThat(taken(Generator.each(body))).containsExactly(first ? 1 : 2);
      assertThat(taken(Generator.each(first ? out -> out.yield(1) : out -> out.yield(2))))
          .containsExactly(first ? 1 : 2);
    }
  }

  @Test
  void in_a_finally_block_which_the_compiler_copies() {
    List<Object> log = new ArrayList<>();
    for (boolean fail : new boolean[] {true, false}) {
      try {
        if (fail) {
          throw new IllegalStateException("caught");
        }
      } catch (IllegalStateException e) {
        log.add("caught");
      } finally {
        log.addAll(taken(Generator.each(out -> out.yield(fail))));
      }
    }
    assertThat(log).containsExactly("caught", true, false);
  }

  private static Body<Integer, Object, String> asBody(Body<Integer, Object, String> body) {
    return body;
  }

  @Test
  void a_lambda_that_is_an_object_first_stays_one() {
    Body<Integer, Object, String> body =
        asBody(out -> {
          out.yield(7);
          return "result";
        });
    Generator<Integer, Object, String> generator = Generator.of(body);
    assertThat(taken(generator)).containsExactly(7);
    assertThat(generator.result()).isEqualTo("result");
    assertThat(taken(Generator.of(body))).containsExactly(7);
  }

  interface Face {
    default Generator<String, Object, Void> items() {
      return Generator.each(out -> out.yield(name()));
    }

    String name();
  }

  @Test
  void in_a_default_method_of_an_interface() {
    Face face = () -> "face";
    assertThat(taken(face.items())).containsExactly("face");
  }
}
