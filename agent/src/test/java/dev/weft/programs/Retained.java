package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints which of the objects that a suspended generator has used are still reachable: after many
 * runs, so that its code is compiled where the JVM compiles.
 */
public final class Retained {
  /** What it prints: 1 is held, 0 is collected, at each of the suspensions. */
  public static final String EXPECTED = "1110 0110 0011 0000";

  private static final List<WeakReference<Object>> MADE = new ArrayList<>();

  private Retained() {}

  /** Runs the generator again and again; the last time, looks what it holds. */
  public static void main(String[] args) throws InterruptedException {
    for (int i = 0; i < 20_000; i++) {
      MADE.clear();
      Generator<Object, Object, Object> generator = using();
      while (generator.hasNext()) {
        generator.next();
      }
    }
    MADE.clear();
    Generator<Object, Object, Object> generator = using();
    StringBuilder held = new StringBuilder();
    while (generator.hasNext()) {
      generator.next();
      held.append(held.isEmpty() ? "" : " ").append(held());
    }
    System.out.println(held);
  }

  private static Object made() {
    Object made = new Object();
    MADE.add(new WeakReference<>(made));
    return made;
  }

  private static String held() throws InterruptedException {
    StringBuilder held = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(1);
    }
    for (int i = 0; i < 4; i++) {
      held.append(i < MADE.size() && MADE.get(i).get() != null ? 1 : 0);
    }
    return held.toString();
  }

  private static int use(Object value) {
    return value.hashCode() == 7 ? 1 : 2;
  }

  @Coroutine
  private static int below(Object argument) {
    int used = use(argument);
    Coroutines.yield("below");
    return used;
  }

  @Coroutine
  private static Generator<Object, Object, Object> using() {
    Object first = made();
    Object second = made();
    Object third = made();
    Coroutines.yield("all three");
    int sum = use(first);
    Coroutines.yield("two");
    sum += use(second);
    {
      Object inner = made();
      for (int i = 0; i < 1; i++) {
        sum += below(new Object()) + use(inner) + use(third);
      }
    }
    third = null;
    Coroutines.yield(sum > 0 ? "none" : third);
    return Coroutines.done();
  }
}
