package dev.weft.benchmarks.guard;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The command line.
 *
 * @param update whether to write a new baseline instead of judging by the old one
 * @param margin how many times the former ratio is still good
 * @param only which benchmarks, by a part of their names
 * @param baseline the file of the baseline, where it is not this JDK's own
 */
record GuardOptions(boolean update, double margin, Pattern only, Optional<Path> baseline) {
  static final String USAGE =
      """
      Options:
        --update            writes what is measured as the new baseline
        --margin NUMBER     how many times its former ratio a case may have; 1.5 unless given
        --only REGEX        only the benchmarks in whose name it is found
        --baseline FILE     another baseline than the one kept for this version of the JDK
      """;

  private static final double USUAL_MARGIN = 1.5;

  static GuardOptions parse(String... arguments) {
    boolean update = false;
    double margin = USUAL_MARGIN;
    Pattern only = Pattern.compile("");
    Optional<Path> baseline = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--update" -> update = true;
        case "--margin" -> margin = margin(value(option, rest));
        case "--only" -> only = Pattern.compile(value(option, rest));
        case "--baseline" -> baseline = Optional.of(Path.of(value(option, rest)));
        default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
      }
    }
    return new GuardOptions(update, margin, only, baseline);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
    }
    return rest.pop();
  }

  private static double margin(String text) {
    try {
      double margin = Double.parseDouble(text);
      if (margin >= 1) {
        return margin;
      }
    } catch (NumberFormatException e) {
      // told below, as a number that is too small
    }
    throw new IllegalArgumentException(
        "--margin needs a number of at least 1, but was given " + text + "\n" + USAGE);
  }
}
