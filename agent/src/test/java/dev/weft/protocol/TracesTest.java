package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Snapshot;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stack trace reads as if the coroutine's methods had called each other, resumed or not. */
@Woven
class TracesTest {
  private final RuntimeException shared = new IllegalStateException("shared");

  private final List<StackTraceElement[]> caught = new ArrayList<>();

  @Coroutine
  private Generator<Object, Object, Void> outer(Object plan) {
    middle(plan);
    return Coroutines.done();
  }

  @Coroutine
  private void middle(Object plan) {
    try {
      inner(plan);
    } catch (RuntimeException e) {
      caught.add(e.getStackTrace());
      throw e;
    }
  }

  @Coroutine
  private void inner(Object plan) {
    if (plan.equals("yield first")) {
      Coroutines.yield("ready");
    }
    if (plan instanceof RuntimeException e) {
      Coroutines.yield("ready");
      throw e;
    }
    helper();
  }

  private static void helper() {
    throw new IllegalStateException("made here");
  }

  @Coroutine
  private Generator<Object, Object, Void> delegating(Object plan) {
    Coroutines.yieldFrom(outer(plan));
    return Coroutines.done();
  }

  private static List<String> methods(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .filter(e -> e.getClassName().startsWith("dev.weft."))
        .map(StackTraceElement::getMethodName)
        .toList();
  }

  private static StackTraceElement[] traceOf(Generator<?, ?, ?> generator) {
    return catchThrowable(() -> drive(generator)).getStackTrace();
  }

  private static void drive(Generator<?, ?, ?> generator) {
    generator.next();
  }

  private static List<Integer> linesOf(Snapshot snapshot) {
    return snapshot.frames().stream().map(Snapshot.Activation::line).toList();
  }

  /** Those between the method that threw and the driver. */
  private static List<Integer> linesOfCallers(StackTraceElement[] trace, int first, int callers) {
    return Arrays.stream(trace, first, first + callers)
        .map(StackTraceElement::getLineNumber)
        .toList();
  }

  @Test
  void on_the_first_run_the_machinery_is_left_out() {
    assertThat(methods(traceOf(outer("throw at once"))).subList(0, 6))
        .containsExactly("helper", "inner", "middle", "outer", "next", "drive");
  }

  @Case({"EX-14", "DB-01"})
  @Test
  void after_a_resume_the_suspended_callers_are_there_with_their_lines() {
    Generator<Object, Object, Void> outer = outer("yield first");
    outer.next();
    List<Integer> lines = linesOf(outer.snapshot());
    StackTraceElement[] trace = traceOf(outer);
    assertThat(methods(trace).subList(0, 6))
        .containsExactly("helper", "inner", "middle", "outer", "next", "drive");
    assertThat(linesOfCallers(trace, 2, 2)).isEqualTo(lines.subList(1, 3));
    assertThat(trace[2].getFileName()).isEqualTo("TracesTest.java");
  }

  @Test
  void a_handler_in_a_suspended_caller_sees_them_too() {
    Generator<Object, Object, Void> outer = outer("yield first");
    outer.next();
    StackTraceElement[] trace = traceOf(outer);
    assertThat(caught).singleElement().isEqualTo(trace);
  }

  @Case("YF-21")
  @Test
  void delegating_generators_are_part_of_the_chain() {
    Generator<Object, Object, Void> delegating = delegating("yield first");
    delegating.next();
    assertThat(methods(traceOf(delegating)).subList(0, 7))
        .containsExactly("helper", "inner", "middle", "outer", "delegating", "next", "drive");
    assertThat(methods(traceOf(delegating("throw at once"))).subList(0, 7))
        .containsExactly("helper", "inner", "middle", "outer", "delegating", "next", "drive");
  }

  @Test
  void the_first_frames_outside_are_those_of_the_present_driver() {
    Generator<Object, Object, Void> outer = outer("yield first");
    drive(outer);
    StackTraceElement[] trace = catchThrowable(outer::next).getStackTrace();
    assertThat(methods(trace)).doesNotContain("drive");
    assertThat(methods(trace).subList(2, 5)).containsExactly("middle", "outer", "next");
  }

  @Case("EX-06")
  @Test
  void what_is_raised_in_keeps_its_trace() {
    Generator<Object, Object, Void> outer = outer("yield first");
    outer.next();
    RuntimeException raised = new IllegalArgumentException("raised");
    StackTraceElement[] before = raised.getStackTrace();
    assertThat(catchThrowable(() -> outer.raise(raised))).isSameAs(raised);
    assertThat(raised.getStackTrace()).isEqualTo(before);
    assertThat(caught).singleElement().isEqualTo(before);
  }

  @Test
  void what_was_made_elsewhere_keeps_its_trace() {
    StackTraceElement[] before = shared.getStackTrace();
    Generator<Object, Object, Void> outer = outer(shared);
    outer.next();
    assertThat(catchThrowable(outer::next)).isSameAs(shared);
    assertThat(shared.getStackTrace()).isEqualTo(before);
  }

  @Case("EX-06")
  @Test
  void what_was_completed_once_stays_so_when_thrown_again() {
    Throwable thrown = catchThrowable(() -> drive(outer("throw at once")));
    StackTraceElement[] before = thrown.getStackTrace();
    Generator<Object, Object, Void> again = outer(thrown);
    again.next();
    assertThat(catchThrowable(() -> drive(again))).isSameAs(thrown);
    assertThat(thrown.getStackTrace()).isEqualTo(before);
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new UnsupportedOperationException("no trace for you");
    }
  }

  @Coroutine
  private static Generator<Object, Object, Void> hostile() {
    Coroutines.yield("ready");
    throw new Hostile();
  }

  @Test
  void an_exception_that_tells_no_trace_passes_all_the_same() {
    Generator<Object, Object, Void> hostile = hostile();
    hostile.next();
    assertThat(catchThrowable(hostile::next)).isExactlyInstanceOf(Hostile.class);
  }
}
