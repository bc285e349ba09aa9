package dev.weft.protocol;

import static dev.weft.protocol.Outcome.end;
import static dev.weft.protocol.Outcome.ofNext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Body;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import dev.weft.Yielder;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call that makes a generator does, and what sort of object it gives. */
@Woven
class CreationTest {
  private final List<Object> log = new ArrayList<>();
  private String name = "first name";

  private int noted(int argument) {
    log.add(argument);
    return argument;
  }

  @Coroutine
  private Generator<Object, Object, Object> method(int a, long b, List<Object> c) {
    log.add("entered");
    Coroutines.yield(name + a + b + c);
    return Coroutines.done(this);
  }

  private Generator<Object, Object, Object> lambda(int a, long b, List<Object> c) {
    return Generator.of(out -> {
      log.add("entered");
      out.yield(name + a + b + c);
      return this;
    });
  }

  @Coroutine
  private Generator<Object, Object, Object> deep(int a, long b, List<Object> c) {
    return Coroutines.done(below(a, b, c));
  }

  @Coroutine
  private Object below(int a, long b, List<Object> c) {
    log.add("entered");
    Coroutines.yield(name + a + b + c);
    return this;
  }

  @Case("GP-17")
  @Test
  void a_call_evaluates_its_arguments_and_runs_none_of_the_body() {
    List<Object> list = new ArrayList<>();
    List<Generator<Object, Object, Object>> generators =
        List.of(
            method(noted(1), noted(2), list),
            lambda(noted(1), noted(2), list),
            deep(noted(1), noted(2), list));
    assertThat(log).containsExactly(1, 2, 1, 2, 1, 2);
    name = "name";
    list.add(3); // the list is that of the call, whatever is in it by now
    for (Generator<Object, Object, Object> generator : generators) {
      log.clear();
      assertThat(generator.state()).isEqualTo(State.CREATED);
      assertThat(generator.next()).isEqualTo("name12[3]");
      assertThat(log).containsExactly("entered");
      assertThat(ofNext(generator, 1)).containsExactly(end(this));
    }
  }

  @Coroutine
  private static Generator<Object, Object, Object> reassigning(int a, String b, long[] c) {
    a += 10;
    b = b + a;
    Coroutines.yield(a);
    c = c.clone();
    c[0]++;
    a *= 2;
    Coroutines.yield(b);
    b += reassigned(a, b);
    return Coroutines.done(a + b + c[0]);
  }

  @Coroutine
  private static String reassigned(int a, String b) {
    a = -a;
    b = "[" + b;
    Coroutines.yield(a);
    return b + a + "]";
  }

  @Case("GP-18")
  @Test
  void a_parameter_that_is_assigned_anew_keeps_its_value_and_is_the_callers_no_more() {
    int a = 1;
    String b = "b";
    long[] c = {5};
    Generator<Object, Object, Object> generator = reassigning(a, b, c);
    assertThat(ofNext(generator, 4)).containsExactly(11, "b11", -22, end("22b11[b11-22]6"));
    assertThat(a).isEqualTo(1);
    assertThat(b).isEqualTo("b");
    assertThat(c).containsExactly(5);
  }

  @Coroutine
  private Generator<Object, Object, Object> counting(int from) {
    for (int i = from; i < from + 2; i++) {
      Coroutines.yield(name + i);
    }
    return Coroutines.done();
  }

  private Generator<Object, Object, Object> countingLambda(int from) {
    return Generator.of(out -> {
      for (int i = from; i < from + 2; i++) {
        out.yield(name + i);
      }
      return null;
    });
  }

  @Coroutine
  private Generator<Object, Object, Object> countingBelow(int from) {
    return Coroutines.done(Coroutines.yieldFrom(counting(from)));
  }

  @Case("GP-19")
  @Test
  void two_of_one_method_and_receiver_take_turns() {
    name = "i";
    assertTakeTurns(counting(1), counting(1));
    assertTakeTurns(countingLambda(1), countingLambda(1));
    assertTakeTurns(countingBelow(1), countingBelow(1));
  }

  private static void assertTakeTurns(Generator<?, ?, ?> one, Generator<?, ?, ?> other) {
    assertThat(ofNext(one, 1)).containsExactly("i1");
    assertThat(ofNext(other, 2)).containsExactly("i1", "i2");
    assertThat(ofNext(one, 2)).containsExactly("i2", end(null));
    assertThat(ofNext(other, 1)).containsExactly(end(null));
  }

  @Case("GP-23")
  @EveryForm
  void it_knows_the_method_it_came_from(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, new ArrayList<>());
    String method =
        switch (form) {
          case Echo.METHOD -> "method";
          case Echo.LAMBDA -> "lambda$in$0";
          case Echo.DEEP -> "deep";
          default -> "delegating";
        };
    String prefix = "generator " + Echo.class.getName() + "." + method;
    assertThat(echo.toString()).isEqualTo(prefix + " CREATED");
    echo.next();
    assertThat(echo.toString()).startsWith(prefix + " SUSPENDED at line ");
    echo.close();
    assertThat(echo.toString()).isEqualTo(prefix + " CLOSED");
  }

  @Case("GP-24")
  @EveryForm
  void it_can_be_neither_cloned_nor_serialized(String form) throws Exception {
    Generator<Object, Object, String> echo = Echo.in(form, new ArrayList<>());
    echo.next();
    assertThat((Object) echo).isNotInstanceOf(Cloneable.class).isNotInstanceOf(Serializable.class);
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(echo))
          .isExactlyInstanceOf(NotSerializableException.class);
    }
    assertThat(publicMethods(echo)).doesNotContain("clone", "writeReplace", "fork");
    assertThat(echo.send("untouched")).isEqualTo("untouched");
  }

  private static List<String> publicMethods(Object object) {
    return Arrays.stream(object.getClass().getMethods()).map(Method::getName).toList();
  }

  @Case("GP-25")
  @EveryForm
  void it_works_through_a_weak_reference_while_it_is_held(String form) {
    Generator<Object, Object, String> echo = Echo.in(form, new ArrayList<>());
    WeakReference<Generator<Object, Object, String>> weak = new WeakReference<>(echo);
    assertThat(weak.get().next()).isEqualTo("ready");
    System.gc();
    assertThat(weak.get().send("a")).isEqualTo("a");
    System.gc();
    assertThat((Object) weak.get()).isSameAs(echo);
    assertThat(weak.get().send("b")).isEqualTo("b");
    assertThat(echo.state()).isEqualTo(State.SUSPENDED);
  }

  /** Suspends ten times, like the classic test of a runner that starts again. */
  private static final class Ten implements Body<Object, Object, Object> {
    private int runs;

    @Coroutine
    @Override
    public Object run(Yielder<Object, Object> out) {
      int run = ++runs;
      for (int i = 0; i < 10; i++) {
        out.yield(i);
      }
      return "run " + run;
    }
  }

  @Case("GP-26")
  @Test
  void a_second_generator_of_one_body_starts_clean() {
    Ten ten = new Ten();
    Body<Object, Object, Object> lambda = out -> out.yieldFrom(Generator.of(ten));
    for (int run = 1; run < 4; run++) {
      Generator<Object, Object, Object> generator = Generator.of(run == 2 ? lambda : ten);
      assertThat(ofNext(generator, 12))
          .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, end("run " + run), end(null));
    }
    Generator<Object, Object, Object> left = Generator.of(ten);
    left.next();
    left.close();
    assertThat(ofNext(Generator.of(ten), 11)).startsWith(0, 1).endsWith(9, end("run 5"));
  }
}
