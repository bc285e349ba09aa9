package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Yielder;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Lambdas and method references, of interfaces whose methods are coroutines and of others. */
class Lambdas {
  interface Step {
    @Coroutine
    int go(int from);
  }

  interface Inherited extends Step {}

  interface Overriding extends Step {
    @Override
    int go(int from);
  }

  interface Comparing extends Step {
    @Override
    boolean equals(Object other);
  }

  interface Source {
    @Coroutine
    Iterator<String> open();
  }

  @Coroutine
  static int ask(int question) {
    return Coroutines.<Integer>yield(question);
  }

  @Coroutine
  static Generator<Integer, Integer, Void> yields(List<Integer> list, Yielder<Integer, Void> out) {
    list.forEach(x -> Coroutines.yield(x)); // error: cannot weave sources.Lambdas.yields: a yield
    list.forEach(x -> ask(x)); // warning: the coroutine Lambdas.ask in a lambda that is no
    list.forEach(Lambdas::ask); // warning: a reference to the coroutine Lambdas.ask in a lambda
    list.forEach(Coroutines::yield); // warning: a reference to Coroutines.yield in a lambda that
    list.forEach(out::yield); // warning: a reference to Yielder.yield in a lambda that is no
    list.forEach(x -> out.yield(x)); // warning: a call of Yielder.yield in a lambda that is no
    Comparator<Integer> order =
        (a, b) -> {
          return Coroutines.<Integer>yield(a); // error: use a loop, or annotate the method of the
        };
    return Coroutines.done();
  }

  @Coroutine
  static void coroutines() {
    Step step = from -> Coroutines.<Integer>yield(from);
    Step reference = Lambdas::ask;
    Inherited inherited = from -> ask(from);
    Overriding overriding = from -> ask(from);
    Comparing comparing = from -> ask(from);
    Object both = (Step & Serializable) from -> Coroutines.<Integer>yield(from);
    Runnable inner =
        () -> {
          Step nested = from -> Coroutines.<Integer>yield(from);
          Step local =
              new Step() {
                @Override
                public int go(int from) {
                  return ask(from); // warning: Lambdas.ask in a method that is no coroutine
                }
              };
        };
  }

  static Generator<Integer, Void, String> bodies() {
    Generator<Integer, Void, Void> each = Generator.each(out -> out.yield(1));
    Consumer<Integer> plain = Lambdas::ask; // warning: a reference to the coroutine Lambdas.ask
    return Generator.of(out -> {
      out.yield(1);
      out.yieldFrom(each);
      return "a result";
    });
  }

  static void sources(List<String> names) {
    Source ends = () -> null;
    Source done = () -> Coroutines.done();
    Source wrong = () -> List.of("a").iterator(); // warning: a generator method must return
    Source worse =
        () -> {
          return new ForEach(names); // error: a generator method must return null, done(..) or
        };
  }

  record ForEach(List<String> names) implements Iterator<String> {
    @Override
    public boolean hasNext() {
      return false;
    }

    @Override
    public String next() {
      return "";
    }
  }
}
