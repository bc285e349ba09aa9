package dev.weft.programs;

import dev.weft.Body;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.tracking.Tracking;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Has generators that stand in all sorts of places, and tells of them. */
public final class Tracked {
  private static final List<Object> KEPT = new ArrayList<>();

  private Tracked() {}

  /**
   * Prints a dump.
   *
   * @param args {@code locals} if local variables are wanted
   */
  public static void main(String[] args) {
    make();
    boolean locals = args.length > 0 && args[0].equals("locals");
    System.out.print(locals ? Tracking.dumpWithLocals() : Tracking.dump());
  }

  /** Makes generators, and keeps them. */
  static void make() {
    KEPT.add(count(7)); // made created
    keepRunning(count(3)); // made counting
    keepRunning(calling("x")); // made calling
    keepRunning(delegating()); // made delegating
    keepRunning(Generator.of(out -> out.yield(1))); // made lambda
    Body<Integer, Void, Void> body =
        out -> {
          out.yield(2); // in body
          return null;
        };
    keepRunning(Generator.of(body)); // made body
    keepRunning(squares().iterator()); // made iterable
    count(1).close();
    count(1).forEachRemaining(number -> {});
  }

  private static void keepRunning(Iterator<Integer> generator) {
    generator.next();
    KEPT.add(generator);
  }

  @Coroutine
  static Generator<Integer, Void, Void> count(int limit) {
    for (int i = 0; i < limit; i++) { // in created
      Coroutines.yield(i); // in counting
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Void, Void> calling(String text) {
    int unused = twice(text); // in calling
    return Coroutines.done();
  }

  @Coroutine
  private static int twice(String argument) {
    String local = argument + argument;
    Object hostile = new Hostile();
    once(local); // in twice
    return hostile.hashCode() + local.length();
  }

  @Coroutine
  private static void once(String text) {
    Coroutines.yield(text.length()); // in once
    System.out.println(text);
  }

  @Coroutine
  static Generator<Integer, Void, Void> delegating() {
    Coroutines.yieldFrom(inner()); // in delegating
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Void, Void> inner() {
    Coroutines.yieldFrom(List.of(1, 2)); // in inner
    return Coroutines.done();
  }

  @Coroutine
  static Iterable<Integer> squares() {
    Coroutines.yield(1); // in iterable
    return Coroutines.end();
  }

  /** Has no text. */
  private static final class Hostile {
    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }
}
