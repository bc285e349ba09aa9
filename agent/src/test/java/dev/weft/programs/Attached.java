package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.agent.SelfAttach;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Attaches the agent to itself. */
public final class Attached {
  private Attached() {}

  /** Prints what a class gives that is loaded after, and one that was loaded before. */
  public static void main(String[] args) throws UnmodifiableClassException {
    Early.touch();
    SelfAttach.install("");
    Late.values().forEachRemaining(System.out::print);
    System.out.println();
    tryEarly();
    Instrumentation instrumentation = ByteBuddyAgent.install();
    instrumentation.retransformClasses(Early.class, Late.class, Plain.class);
    Late.values().forEachRemaining(System.out::print);
    System.out.println();
    tryEarly();
  }

  private static void tryEarly() {
    try {
      Early.values().next();
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
  }

  private static final class Late {
    @Coroutine
    static Generator<Integer, Void, Void> values() {
      Coroutines.yield(1);
      Coroutines.yield(2);
      return Coroutines.done();
    }
  }
}
