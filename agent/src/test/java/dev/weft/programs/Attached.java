package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.agent.Weft;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.function.Supplier;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Installs the agent itself. */
public final class Attached {
  private Attached() {}

  /**
   * Prints what a class gives that is loaded after, and one that was loaded before.
   *
   * @param args the options of each installation
   */
  public static void main(String[] args) throws UnmodifiableClassException {
    Early.touch();
    for (String options : args) {
      Weft.install(options);
    }
    use();
    retransform();
    use();
  }

  private static void retransform() throws UnmodifiableClassException {
    Instrumentation instrumentation = ByteBuddyAgent.install();
    instrumentation.retransformClasses(Early.class, Late.class, Plain.class);
  }

  private static void use() {
    Late.values().forEachRemaining(System.out::print);
    System.out.println();
    tryOut(Early::values);
    tryOut(Late::callsEarly);
  }

  private static void tryOut(Supplier<Generator<Integer, Void, Void>> method) {
    try {
      System.out.println(method.get().next());
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  private static final class Early {
    static void touch() {}

    @Coroutine
    static Generator<Integer, Void, Void> values() {
      Coroutines.yield(1);
      return Coroutines.done();
    }

    @Coroutine
    static void subroutine() {
      Coroutines.yield(1);
    }
  }

  private static final class Late {
    @Coroutine
    static Generator<Integer, Void, Void> values() {
      Coroutines.yield(1);
      Coroutines.yield(2);
      return Coroutines.done();
    }

    @Coroutine
    static Generator<Integer, Void, Void> callsEarly() {
      Early.subroutine();
      return Coroutines.done();
    }
  }
}
