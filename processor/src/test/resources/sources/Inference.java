package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Arrays;
import java.util.List;

/** A yield's result as an argument: of what type is it? */
class Inference {
  @Coroutine
  static Generator<Integer, Object, Void> overloads(int x) {
    String.valueOf(Coroutines.yield(x)); // warning: for char[], since it calls String.valueOf(
    String.valueOf((Coroutines.yield(x))); // warning: anything else is a ClassCastException here
    String.valueOf(Coroutines.<Object>yield(x));
    String.valueOf((Object) Coroutines.yield(x));
    Object sent = Coroutines.yield(x);
    String.valueOf(sent);
    takes(Coroutines.yield(x)); // warning: for String, since it calls Inference.takes(String)
    only(Coroutines.yield(x));
    new Inference(Coroutines.yield(x)); // warning: for char[], since it calls new Inference(char[])
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Object, Void> varargs(int x) {
    System.out.printf("%s", Coroutines.yield(x)); // warning: PrintStream.printf(String,Object...);
    System.out.printf("%s %s", 1, Coroutines.yield(x));
    String.format("%s", Coroutines.yieldFrom(List.of(x))); // warning: what is sent for Object[]
    String.format("%s", Coroutines.<String>yield(x));
    Arrays.asList(Coroutines.yield(x)); // warning: since it calls Arrays.<T>asList(T...); anything
    List.of(Coroutines.yield(x)); // warning: or give its type, as in Coroutines.<String>yield(x)
    List.of(1, Coroutines.yield(x));
    return Coroutines.done();
  }

  Inference(Object any) {}

  Inference(char[] characters) {}

  static void takes(Object any) {}

  static void takes(String text) {}

  static void only(char[] characters) {}
}
