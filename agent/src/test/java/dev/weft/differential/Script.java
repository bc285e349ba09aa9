package dev.weft.differential;

import dev.weft.fuzz.Choices;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to the generators of a program from outside, an operation a line: the number of the
 * generator, in the order in which they were made, and {@code next}, {@code send 3}, {@code raise
 * Mistake}, {@code close} or {@code result}.
 */
final class Script {
  private static final int MOST_OPERATIONS = 14;
  private static final int MOST_GENERATORS = 6;

  private Script() {}

  /** A random script. */
  static List<String> draw(Choices choices) {
    List<String> operations = new ArrayList<>();
    int count = 1 + choices.below(MOST_OPERATIONS);
    for (int i = 0; i < count; i++) {
      int generator = choices.chance(25) ? choices.below(MOST_GENERATORS) : 0;
      operations.add(generator + " " + operation(choices));
    }
    return operations;
  }

  /** A random operation. */
  static String operation(Choices choices) {
    int kind = choices.below(100);
    if (kind < 40) {
      return "next";
    }
    if (kind < 70) {
      return "send " + choices.oneOf("1", "2", "null");
    }
    if (kind < 85) {
      return "raise " + thrown(choices);
    }
    return kind < 93 ? "close" : "result";
  }

  private static String thrown(Choices choices) {
    return choices.oneOf("Mistake", "Slip", "Alarm", "Exception", "StopIteration", "GeneratorExit");
  }
}
