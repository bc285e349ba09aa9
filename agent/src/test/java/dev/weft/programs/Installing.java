package dev.weft.programs;

import dev.weft.agent.Weft;

/** A main class that installs the agent before it goes on to a program. */
public final class Installing {
  private Installing() {}

  /** Runs the tour. */
  public static void main(String[] arguments) {
    Weft.install();
    Tour.main(arguments);
  }
}
