package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ML, HARD 38: what a suspended or ended coroutine does not need any more can be collected. */
@Woven
class MemoryTest {
  private static final List<WeakReference<Object>> MADE = new ArrayList<>();

  /** Makes an object that the test watches. */
  private static Object watched() {
    Object made = new Object();
    MADE.add(new WeakReference<>(made));
    return made;
  }

  private static boolean isHeld(int number) {
    return MADE.get(number).get() != null;
  }

  private static void assertCollected(int... numbers) {
    for (int number : numbers) {
      for (int i = 0; i < 50 && isHeld(number); i++) {
        System.gc();
        Thread.onSpinWait();
      }
      assertThat(MADE.get(number).get()).as("object %s", number).isNull();
    }
  }

  private static void assertHeld(int... numbers) {
    System.gc();
    for (int number : numbers) {
      assertThat(isHeld(number)).as("object %s", number).isTrue();
    }
  }

  private static int use(Object value) {
    return value == null ? 0 : 1;
  }

  @Coroutine
  static Generator<Object, Object, Object> deadLocals(Object unused, Object parameter) {
    Object first = watched();
    Object second = watched();
    Coroutines.yield(1); // both live
    use(first);
    use(parameter);
    Coroutines.yield(2); // second live
    use(second);
    Coroutines.yield(3); // none live
    return Coroutines.done();
  }

  @Case("ML-02")
  @Test
  void locals_and_parameters_after_their_last_use() {
    Generator<Object, Object, Object> generator = deadLocals(watched(), watched());
    generator.next();
    assertCollected(0);
    assertHeld(1, 2, 3);
    generator.next();
    assertCollected(1, 2);
    assertHeld(3);
    generator.next();
    assertCollected(3);
  }

  @Coroutine
  static Generator<Object, Object, Object> slotsReused() {
    {
      Object scoped = watched();
      Coroutines.yield(1);
      use(scoped);
    }
    {
      int number = 5;
      Coroutines.yield(2);
      Coroutines.yield(number);
    }
    return Coroutines.done();
  }

  @Case("ML-01")
  @Test
  void a_slot_that_a_primitive_has_taken_over() {
    Generator<Object, Object, Object> generator = slotsReused();
    generator.next();
    assertHeld(0);
    generator.next();
    assertCollected(0);
  }

  @Coroutine
  static Generator<Object, Object, Object> aroundALoop() {
    Object held = watched();
    for (int i = 0; i < 3; i++) {
      Coroutines.yield(use(held));
      held = i == 0 ? null : watched();
    }
    Coroutines.yield("end");
    return Coroutines.done();
  }

  /** Across the back edge. */
  @Case("ML-02")
  @Test
  void a_variable_set_to_null_or_anew_in_a_loop() {
    Generator<Object, Object, Object> generator = aroundALoop();
    generator.next();
    generator.next();
    assertCollected(0);
    generator.next();
    assertThat(generator.next()).isEqualTo("end");
    assertCollected(1, 2);
  }

  @Coroutine
  static Generator<Object, Object, Object> onTheStack() {
    List<Object> both = List.of(watched(), Coroutines.yield(1));
    use(both);
    Coroutines.yield(2);
    return Coroutines.done();
  }

  @Test
  void values_on_the_operand_stack() {
    Generator<Object, Object, Object> generator = onTheStack();
    generator.next();
    assertHeld(0);
    generator.send("x");
    assertCollected(0);
  }

  @Coroutine
  static void callee(boolean fails) {
    Object local = watched();
    Coroutines.yield(1);
    use(local);
    if (fails) {
      throw new IllegalStateException();
    }
  }

  @Coroutine
  static Generator<Object, Object, Object> caller() {
    callee(false);
    Coroutines.yield(2);
    try {
      callee(true);
    } catch (IllegalStateException e) {
      Coroutines.yield(3);
    }
    return Coroutines.done();
  }

  @Case("ML-04")
  @Test
  void the_frames_of_callees_that_have_returned_or_thrown() {
    Generator<Object, Object, Object> generator = caller();
    generator.next();
    assertHeld(0);
    generator.next();
    assertCollected(0);
    generator.next();
    assertHeld(1);
    generator.next();
    assertCollected(1);
  }

  @Coroutine
  static Generator<Object, Object, Object> everything(Object parameter, boolean fails) {
    Object local = watched();
    Object sent = Coroutines.yield(watched());
    callee(false);
    use(local);
    use(sent);
    use(parameter);
    if (fails) {
      throw new IllegalStateException();
    }
    return Coroutines.done();
  }

  @Case("ML-05")
  @Test
  void everything_after_the_end_after_close_and_after_failure() {
    List<Generator<Object, Object, Object>> generators = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Generator<Object, Object, Object> generator = everything(watched(), i == 1);
      generator.next();
      generator.send(watched());
      generators.add(generator);
    }
    assertThat(generators.get(0).hasNext()).isFalse();
    assertThatThrownBy(generators.get(1)::next).isInstanceOf(IllegalStateException.class);
    generators.get(2).close();
    assertThatThrownBy(() -> generators.get(3).raise(new RuntimeException()))
        .isInstanceOf(RuntimeException.class);
    assertThat(MADE).hasSize(20);
    for (int i = 0; i < MADE.size(); i++) {
      assertCollected(i);
    }
    assertThat(generators).hasSize(4);
  }

  @Case("ML-05")
  @Test
  void what_was_yielded_and_what_was_sent() {
    Generator<Object, Object, Object> generator =
        Generator.of(out -> {
          use(out.yield(watched()));
          out.yield(2);
          return null;
        });
    generator.next();
    assertCollected(0);
    generator.send(watched());
    assertCollected(1);
  }

  /** Closed before it has started. */
  @Case("ML-05")
  @Test
  void the_arguments_of_a_generator_that_never_ran() {
    Generator<Object, Object, Object> generator = deadLocals(watched(), watched());
    assertHeld(1);
    generator.close();
    assertCollected(0, 1);
    assertThat(generator.hasNext()).isFalse();
  }

  @Case("ML-08")
  @Test
  void a_generator_that_yields_and_is_sent_itself() {
    Generator<Object, Object, Object> generator = onTheStack();
    MADE.add(new WeakReference<>(generator));
    generator.next();
    generator.send(generator);
    generator = null;
    assertCollected(0, 1);
  }

  @Coroutine
  static Generator<Object, Object, Object> restoredAndDropped() {
    Object restored = watched();
    Coroutines.yield("saved");
    use(restored);
    restored = null;
    Coroutines.yield("dropped");
    use(restored);
    return Coroutines.done();
  }

  /** The frame may hold while it runs what it has given back, but no longer. */
  @Case("ML-06")
  @Test
  void what_was_restored_is_let_go_at_the_next_suspension() {
    Generator<Object, Object, Object> generator = restoredAndDropped();
    generator.next();
    assertHeld(0);
    assertThat(generator.next()).isEqualTo("dropped");
    assertCollected(0);
  }
}
