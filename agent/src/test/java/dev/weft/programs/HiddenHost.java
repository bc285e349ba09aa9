package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;

/** Defines a class of coroutines as a hidden class. */
public final class HiddenHost {
  private HiddenHost() {}

  /** Prints what its coroutine says. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes(), true).lookupClass();
    try {
      System.out.println(hidden.getDeclaredMethod("values").invoke(null));
    } catch (InvocationTargetException e) {
      System.out.println(e.getCause().getMessage());
    }
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = HiddenHost.class.getResourceAsStream("HiddenHost$Values.class")) {
      return in.readAllBytes();
    }
  }

  /** Read as a file only. */
  private static final class Values {
    @Coroutine
    static Generator<Integer, Void, Void> values() {
      Coroutines.yield(1);
      return Coroutines.done();
    }
  }
}
