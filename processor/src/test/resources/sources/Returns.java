package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a generator method returns. */
abstract class Returns implements Iterator<Integer> {
  @Coroutine
  static Generator<Integer, Void, String> ends(int n, Generator<Integer, Void, String> other) {
    if (n == 0) {
      return null;
    }
    if (n == 1) {
      return (Coroutines.done("one"));
    }
    if (n == 2) {
      return n > 3 ? Coroutines.done("three") : Coroutines.end();
    }
    if (n == 3) {
      return fail();
    }
    Generator<Integer, Void, String> done = Coroutines.done();
    return done;
  }

  @Coroutine
  static IntStream stream() {
    return Coroutines.end();
  }

  @Coroutine
  static Generator<Integer, Void, String> delegates(int n) {
    Coroutines.yield(n);
    return delegates(n + 1); // error: a generator method must return null, done(..) or end(); to
  }

  @Coroutine
  static Iterator<Integer> either(List<Integer> list, boolean first) {
    if (first) {
      return list.iterator(); // warning: Weft: a generator method must return null, done(..) or
    }
    return first
        ? null
        : (Iterator<Integer>) list.listIterator(); // warning: to yield what it holds, yieldFrom
  }

  @Coroutine
  static Stream<Integer> made() {
    return Stream.of(1); // warning: a generator method must return null, done(..) or end()
  }

  @Coroutine
  static Iterable<Integer> lambda(List<Integer> list) {
    if (list.isEmpty()) {
      return list::iterator; // error: a generator method must return null, done(..) or end()
    }
    return () -> list.iterator(); // error: a generator method must return null, done(..) or
  }

  @Coroutine
  Iterator<Integer> itself() {
    return this; // error: a generator method must return null, done(..) or end()
  }

  static <T> T fail() {
    throw new IllegalStateException();
  }

  /** A subroutine, so that it may return whatever it wants to. */
  @Coroutine
  static List<Integer> subroutine() {
    return List.of(Coroutines.<Integer>yield(1));
  }
}
