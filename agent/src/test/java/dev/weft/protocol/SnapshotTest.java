package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Snapshot;
import dev.weft.Snapshot.Activation;
import dev.weft.State;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Where a generator stands, in every state: frames, lines and delegate. */
@Woven
class SnapshotTest {
  private static final String HERE = SnapshotTest.class.getName();

  private static int line() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
  }

  private static final AtomicReference<Integer> FIRST = new AtomicReference<>();
  private static final AtomicReference<Integer> SECOND = new AtomicReference<>();

  @Coroutine
  private static Generator<Integer, Object, String> counting(int from) {
    FIRST.set(line());
    Coroutines.yield(from); // FIRST + 1
    SECOND.set(line());
    Coroutines.yield(from + 1); // SECOND + 1
    return Coroutines.done("result");
  }

  @Case("ST-07")
  @Test
  void created_it_stands_at_its_start() {
    Snapshot snapshot = counting(5).snapshot();
    assertThat(snapshot.state()).isEqualTo(State.CREATED);
    assertThat(snapshot.delegate()).isNull();
    assertThat(snapshot.frames()).hasSize(1);
    Activation frame = snapshot.frames().get(0);
    assertThat(frame.className()).isEqualTo(HERE);
    assertThat(frame.method()).isEqualTo("counting");
    assertThat(frame.file()).isEqualTo("SnapshotTest.java");
    assertThat(frame.locals()).containsOnlyKeys("from").containsEntry("from", 5);
    counting(5).next();
    assertThat(frame.line()).isEqualTo(FIRST.get());
  }

  @Case("DB-05")
  @Test
  void suspended_it_stands_at_the_yield() {
    Generator<Integer, Object, String> generator = counting(5);
    generator.next();
    assertThat(generator.snapshot().state()).isEqualTo(State.SUSPENDED);
    assertThat(generator.snapshot().frames().get(0).line()).isEqualTo(FIRST.get() + 1);
    assertThat(generator.snapshot().frames().get(0).locals()).containsEntry("from", 5);
    generator.next();
    Activation last = generator.snapshot().frames().get(0);
    assertThat(last.line()).isEqualTo(SECOND.get() + 1);
    assertThat(last.locals()).isEmpty();
    assertThat(last.notLive()).containsExactly("from");
  }

  @Test
  void a_look_ahead_does_not_show_but_by_where_it_stands() {
    Generator<Integer, Object, String> generator = counting(5);
    assertThat(generator.hasNext()).isTrue();
    assertThat(generator.snapshot().state()).isEqualTo(State.SUSPENDED);
    assertThat(generator.snapshot().frames().get(0).line()).isEqualTo(FIRST.get() + 1);
    assertThat(generator.next()).isEqualTo(5);
  }

  @Case("ST-09")
  @Test
  void a_picture_does_not_change_with_the_generator() {
    Generator<Integer, Object, String> generator = counting(5);
    generator.next();
    Snapshot before = generator.snapshot();
    generator.close();
    assertThat(before.state()).isEqualTo(State.SUSPENDED);
    assertThat(before.frames()).hasSize(1);
    assertThat(generator.snapshot()).isEqualTo(new Snapshot(State.CLOSED, List.of(), null));
  }

  @Case("ST-06")
  @Test
  void running_and_closed_it_has_no_frames() {
    AtomicReference<Generator<Object, Object, Object>> self = new AtomicReference<>();
    Generator<Object, Object, Object> generator =
        Generator.of(out -> {
          out.yield(1);
          return self.get().snapshot();
        });
    self.set(generator);
    generator.next();
    assertThat(generator.hasNext()).isFalse();
    assertThat(generator.result()).isEqualTo(new Snapshot(State.RUNNING, List.of(), null));
    assertThat(generator.snapshot()).isEqualTo(new Snapshot(State.CLOSED, List.of(), null));
  }

  @Coroutine
  private static int outermost(int a) {
    return middle(a + 1) + a;
  }

  @Coroutine
  private static int middle(int b) {
    String text = "b" + b;
    return innermost(b + 1) + text.length();
  }

  @Coroutine
  private static int innermost(int c) {
    Coroutines.yield(c);
    return c;
  }

  @Coroutine
  private static Generator<Integer, Object, Integer> deep() {
    Coroutines.yield(0);
    return Coroutines.done(outermost(1));
  }

  @Case({"DB-05", "ST-06"})
  @Test
  void frames_come_innermost_first() {
    Generator<Integer, Object, Integer> generator = deep();
    generator.next();
    assertThat(generator.snapshot().frames())
        .extracting(Activation::method)
        .containsExactly("deep");
    generator.next();
    List<Activation> frames = generator.snapshot().frames();
    assertThat(frames)
        .extracting(Activation::method)
        .containsExactly("innermost", "middle", "outermost", "deep");
    assertThat(frames.get(0).locals()).containsOnlyKeys("c").containsEntry("c", 3);
    assertThat(frames.get(1).locals()).containsOnlyKeys("text").containsEntry("text", "b2");
    assertThat(frames.get(1).notLive()).containsExactly("b");
    assertThat(frames.get(2).locals()).containsOnlyKeys("a").containsEntry("a", 1);
    assertThat(frames.get(3).locals()).isEmpty();
    assertThat(frames).extracting(Activation::className).containsOnly(HERE);
  }

  @Coroutine
  private static Generator<Object, Object, Object> delegating(Iterator<?> to) {
    Coroutines.yield("before");
    Coroutines.yieldFrom(to);
    Coroutines.yield("after");
    return Coroutines.done();
  }

  @Case("ST-04")
  @Test
  void the_delegate_shows_while_suspended_there_only() {
    Generator<Integer, Object, String> inner = counting(1);
    Generator<Object, Object, Object> outer = delegating(inner);
    assertThat(outer.snapshot().delegate()).isNull();
    outer.next();
    assertThat(outer.snapshot().delegate()).isNull();
    outer.next();
    assertThat(outer.snapshot().delegate()).isSameAs(inner);
    assertThat(outer.snapshot().frames())
        .extracting(Activation::method)
        .containsExactly("counting", "delegating");
    assertThat(inner.snapshot().frames())
        .extracting(Activation::method)
        .containsExactly("counting");
    outer.next();
    assertThat(outer.next()).isEqualTo("after");
    assertThat(outer.snapshot().delegate()).isNull();
    outer.close();
    assertThat(outer.snapshot().delegate()).isNull();
  }

  @Test
  void a_plain_iterator_is_a_delegate_too() {
    Iterator<String> items = List.of("a", "b").iterator();
    Generator<Object, Object, Object> outer = delegating(items);
    outer.next();
    outer.next();
    assertThat(outer.snapshot().delegate()).isSameAs(items);
  }

  @Test
  void the_text_names_state_frames_and_delegate() {
    Generator<Object, Object, Object> outer = delegating(List.of("a", "b").iterator());
    assertThat(outer.snapshot().toString())
        .startsWith("CREATED\n  at " + HERE + ".delegating(SnapshotTest.java:")
        .contains(") {to=");
    outer.next();
    outer.next();
    assertThat(outer.snapshot().toString())
        .startsWith("SUSPENDED\n  at " + HERE + ".delegating(SnapshotTest.java:")
        .contains(" {} not live: to\n  delegating to ");
    outer.close();
    assertThat(outer.snapshot()).hasToString("CLOSED");
  }

  @Case({"GP-23", "ST-03"})
  @Test
  void a_generator_describes_itself_in_a_line() {
    Generator<Integer, Object, String> generator = counting(5);
    String name = "generator " + HERE + ".counting ";
    assertThat(generator.toString()).isEqualTo(name + "CREATED");
    generator.next();
    assertThat(generator.toString()).isEqualTo(name + "SUSPENDED at line " + (FIRST.get() + 1));
    assertThat(generator.hasNext()).isTrue();
    assertThat(generator.toString()).isEqualTo(name + "SUSPENDED at line " + (SECOND.get() + 1));
    generator.close();
    assertThat(generator.toString()).isEqualTo(name + "CLOSED");
  }
}
