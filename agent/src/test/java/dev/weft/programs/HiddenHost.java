package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;

/** Defines itself once more, as a hidden class. */
public final class HiddenHost {
  private HiddenHost() {}

  /** Prints what the coroutine gives, of the class and of its hidden copy. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    System.out.println(values().next());
    Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes(), true).lookupClass();
    try {
      System.out.println(hidden.getDeclaredMethod("values").invoke(null));
    } catch (InvocationTargetException e) {
      System.out.println(e.getCause().getMessage());
    }
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = HiddenHost.class.getResourceAsStream("HiddenHost.class")) {
      return in.readAllBytes();
    }
  }

  @Coroutine
  static Generator<Integer, Void, Void> values() {
    Coroutines.yield(1);
    return Coroutines.done();
  }
}
