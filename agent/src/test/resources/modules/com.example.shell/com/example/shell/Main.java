package com.example.shell;

import dev.weft.Generator;
import dev.weft.agent.Weft;

/** Has no coroutine code itself. */
public final class Main {
  private Main() {}

  /** Installs the agent, then runs what has coroutine code. */
  public static void main(String[] arguments) {
    Weft.install();
    Late.run();
  }

  private static final class Late {
    static void run() {
      Generator<Integer, Void, Void> numbers = Generator.each(out -> out.yield(7));
      System.out.println(numbers.next() + " " + numbers.getClass().getModule());
    }
  }
}
