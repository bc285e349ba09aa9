package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** A subclass that may be woven or not overrides a coroutine method without the annotation. */
public final class UnwovenOverride {
  private UnwovenOverride() {}

  /** Prints what each says. */
  public static void main(String[] args) {
    StringBuilder said = new StringBuilder();
    for (Quiet speaker : new Quiet[] {new Quiet(), new Loud()}) {
      Generator<String, Void, Void> speech = speech(speaker);
      said.append(speech.next()).append(' ');
    }
    System.out.println(said);
  }

  @Coroutine
  private static Generator<String, Void, Void> speech(Quiet speaker) {
    Coroutines.yield(speaker.say());
    return Coroutines.done();
  }

  /** Declares a coroutine. */
  public static class Quiet {
    @Coroutine
    String say() {
      return Coroutines.isSuspendable() ? "quiet" : "not a coroutine";
    }
  }

  /** Overrides it by a plain method. */
  public static final class Loud extends Quiet {
    @Override
    String say() {
      return "LOUD";
    }
  }
}
