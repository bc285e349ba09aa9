package dev.weft.benchmarks.memory;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.VoidBody;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.Supplier;

/** What is suspended of Weft's, and the iterator written by hand that is the floor of it. */
public final class WeftShapes implements Shapes {
  private static final int MANY = 1_000_000;
  private static final int FEW = 20_000;

  /** In a variable: it reaches the generator from afar. */
  private static final VoidBody<Integer, Void> BODY =
      out -> {
        for (int i = 0; i < MANY; i++) {
          out.yield(i);
        }
      };

  /** Made by {@link java.util.ServiceLoader}. */
  public WeftShapes() {}

  @Override
  public List<Shape> shapes() {
    return List.of(
        new Shape("iterator over ints, by hand", MANY, WeftShapes::byHand),
        weft("ints", MANY, () -> ints(MANY)),
        weft("ints, not started", MANY, () -> ints(MANY), false),
        weft("ints, by a lambda on the spot", MANY, () -> lambda(MANY)),
        weft("ints, by a lambda in a variable", MANY, () -> Generator.each(BODY)),
        weft("three references", MANY, () -> references("a", "b", "c")),
        weft("objects, with send()", MANY, WeftShapes::echo),
        weft("ints, 10 calls deep", 10 * FEW, () -> deep(10)),
        weft("ints, 100 calls deep", FEW, () -> deep(100)),
        weft("ints, through 10 yieldFrom", 10 * FEW, () -> delegating(10)));
  }

  private static Shape weft(String label, int count, Supplier<Iterator<?>> maker) {
    return weft(label, count, maker, true);
  }

  private static Shape weft(String label, int count, Supplier<Iterator<?>> maker, boolean started) {
    return new Shape(
        "Weft: " + label,
        count,
        () -> {
          Iterator<?> generator = maker.get();
          if (started) {
            generator.next();
          }
          return generator;
        });
  }

  private static Object byHand() {
    PrimitiveIterator.OfInt ints = new Ints(MANY);
    ints.nextInt();
    return ints;
  }

  private static final class Ints implements PrimitiveIterator.OfInt {
    private final int limit;
    private int next;

    Ints(int limit) {
      this.limit = limit;
    }

    @Override
    public boolean hasNext() {
      return next < limit;
    }

    @Override
    public int nextInt() {
      return next++;
    }
  }

  @Coroutine
  private static Generator<Integer, Void, Void> ints(int limit) {
    for (int i = 0; i < limit; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  private static Iterator<Integer> lambda(int limit) {
    return Generator.each(out -> {
      for (int i = 0; i < limit; i++) {
        out.yield(i);
      }
    });
  }

  @Coroutine
  private static Generator<String, Void, Void> references(String a, String b, String c) {
    Coroutines.yield(a);
    Coroutines.yield(b + c);
    Coroutines.yield(a + b + c);
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Object, Void> echo() {
    Object heard = "";
    while (true) {
      heard = Coroutines.<Object>yield(heard);
    }
  }

  @Coroutine
  private static Generator<Integer, Void, Integer> deep(int depth) {
    return Coroutines.done(descend(depth));
  }

  @Coroutine
  private static int descend(int depth) {
    if (depth > 1) {
      return descend(depth - 1) + depth;
    }
    for (int i = 0; i < MANY; i++) {
      Coroutines.yield(i);
    }
    return depth;
  }

  @Coroutine
  private static Generator<Integer, Void, Void> delegating(int depth) {
    Coroutines.yieldFrom(depth == 1 ? ints(MANY) : delegating(depth - 1));
    return Coroutines.done();
  }
}
