package dev.weft.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;

/** Tells of what was thrown. */
final class Failures {
  private static final int MOST_LINES = 25;

  private Failures() {}

  /** The exception, where it came from, and its causes; not all of each. */
  static String describe(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString().lines().limit(MOST_LINES).collect(Collectors.joining("\n"));
  }
}
