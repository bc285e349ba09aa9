package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Yielder;
import java.util.ArrayList;
import java.util.List;

/** What the programs about overrides override, and calls of it from all sides. */
public class Service implements Loader {
  @Override
  @Coroutine
  public String load(int key) {
    Coroutines.yield("loading " + key);
    return "real " + key;
  }

  @Override
  @Coroutine
  public Generator<Integer, Void, Void> keys(int end) {
    for (int i = 0; i < end; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.done();
  }

  /** Calls the subroutine from plain code through the interface's plain method. */
  static String plainly(Loader api, int key) {
    return api.load(key);
  }

  /** What the generator method gives. */
  static List<Object> twoKeys(Loader api) {
    return collect(api.keys(2));
  }

  /** Calls the subroutine from a coroutine; what is yielded, then the result. */
  static List<Object> throughInterface(Loader api, int key) {
    return collect(Generator.each(out -> out.yield(api.load(key))));
  }

  /** The same through the class, in a call of other bytecode. */
  static List<Object> throughClass(Service service, int key) {
    return collect(Generator.each(out -> loadAndYield(service, key, out)));
  }

  @Coroutine
  private static void loadAndYield(Service service, int key, Yielder<Object, ?> out) {
    out.yield(service.load(key));
  }

  private static List<Object> collect(Generator<?, ?, ?> generator) {
    List<Object> all = new ArrayList<>();
    generator.forEachRemaining(all::add);
    return all;
  }
}
