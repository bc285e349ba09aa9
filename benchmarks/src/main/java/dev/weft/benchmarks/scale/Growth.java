package dev.weft.benchmarks.scale;

import dev.weft.benchmarks.Crowd;
import java.util.List;
import java.util.Map;

/**
 * A line to be measured.
 *
 * @param label how it is shown
 * @param colour as CSS has it
 * @param benchmark the full name of the JMH benchmark
 * @param parameter which of its parameters grows
 * @param sizes the values of that parameter
 * @param fixed the other parameters
 */
record Growth(
    String label,
    String colour,
    String benchmark,
    String parameter,
    List<Integer> sizes,
    Map<String, String> fixed) {
  private static final String GREEN = "#1f883d";
  private static final String BLUE = "#0969da";
  private static final String GREY = "#8c959f";
  private static final String BROWN = "#bc4c00";

  /** The generators that are suspended at a time, in turn and out of order. */
  static List<Growth> ofCount() {
    return List.of(
        count("coroutine", GREEN, "coroutine", false),
        count("coroutine, shuffled", BLUE, "coroutine", true),
        count("by hand", GREY, "handWritten", false),
        count("by hand, shuffled", BROWN, "handWritten", true));
  }

  private static Growth count(String label, String colour, String method, boolean shuffled) {
    return new Growth(
        label,
        colour,
        Crowd.class.getName() + "." + method,
        "count",
        List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000),
        Map.of("shuffled", String.valueOf(shuffled)));
  }

  /** The calls between the generator and its yield. */
  static List<Growth> ofDepth() {
    return List.of(
        new Growth(
            "coroutine",
            GREEN,
            DeepSwitch.class.getName() + ".coroutine",
            "depth",
            List.of(1, 10, 100, 1_000, 10_000),
            Map.of()));
  }

  /** The variables that are live at the yield. */
  static List<Growth> ofLocals() {
    return List.of(locals("none changes", GREEN, false), locals("all change", BLUE, true));
  }

  private static Growth locals(String label, String colour, boolean changing) {
    return new Growth(
        label,
        colour,
        LocalsSwitch.class.getName() + ".coroutine",
        "locals",
        List.of(1, 3, 10, 20, 30, 50, 100),
        Map.of("changing", String.valueOf(changing)));
  }
}
