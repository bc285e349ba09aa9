package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Yielder;
import java.util.Iterator;
import java.util.List;

/** Methods that lack the annotation. */
class Methods {
  static Generator<Integer, Void, Void> forgotten() {
    Coroutines.yield(1); // error: cannot weave sources.Methods.forgotten: a yield in a method that
    Coroutines.yieldFrom(List.of(1)); // error: a yield in a method that is no coroutine;
    synchronized (List.class) {
      Coroutines.yield(); // error: a yield in a method that is no coroutine
    }
    return null;
  }

  @Coroutine
  int ask() {
    return Coroutines.<Integer>yield("how many?");
  }

  @Coroutine
  Iterator<Integer> numbers() {
    return null;
  }

  static class Sub extends Methods {
    @Override
    int ask() {
      Coroutines.yield(1); // error: cannot weave sources.Methods$Sub.ask: a yield in a method that
      return super.ask(); // warning: a call of the coroutine Methods.ask in a method that is no
    }
  }

  int calls(Sub sub, Yielder<Integer, Void> out) {
    numbers().next();
    out.yield(1); // warning: Weft: a call of Yielder.yield in a method that is no coroutine fails
    return sub.ask() // warning: a call of the coroutine Sub.ask in a method that is no
        + ask(); // warning: fails if it would suspend; annotate the method @Coroutine, or add
  }

  @Coroutine
  int coroutineCalls(Sub sub) {
    class Local {
      void yields() {
        Coroutines.yield(1); // error: Methods$1Local.yields: a yield in a method that is no
      }
    }
    new Local().yields();
    return sub.ask() + ask();
  }

  /** Another's methods of the same names. */
  static class Own implements Yielder<Integer, Void> {
    @Override
    public Void yield(Integer value) {
      return null;
    }

    @Override
    public <R> R yieldFrom(Generator<? extends Integer, ? super Void, R> generator) {
      return null;
    }

    @Override
    public <R> R yieldFrom(Iterator<? extends Integer> iterator) {
      return null;
    }

    @Override
    public <R> R yieldFrom(Iterable<? extends Integer> iterable) {
      return yieldFrom(iterable.iterator());
    }
  }

  static void own(Own own) {
    own.yield(1);
  }
}
