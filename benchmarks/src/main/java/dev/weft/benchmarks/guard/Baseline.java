package dev.weft.benchmarks.guard;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ratios that were measured when all was well. As text it has a line for each: the ratio and
 * the key of the case; {@code #} begins a comment.
 *
 * @param ratios by key
 */
record Baseline(SortedMap<String, Double> ratios) {
  Baseline {
    ratios = new TreeMap<>(ratios);
  }

  /** Reads the text; what is not such a line is refused. */
  static Baseline parse(String text) {
    SortedMap<String, Double> ratios = new TreeMap<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> put(ratios, line));
    return new Baseline(ratios);
  }

  private static void put(SortedMap<String, Double> ratios, String line) {
    String[] words = line.split("\\s+", -1);
    try {
      if (words.length == 2) {
        ratios.put(words[1], Double.valueOf(words[0]));
        return;
      }
    } catch (NumberFormatException e) {
      // told below, as any other line that is not right
    }
    throw new IllegalArgumentException(
        "a line of a baseline is a ratio and the name of a benchmark, but not \"" + line + "\"");
  }

  /** Writes the text, under a comment. */
  String text(String comment) {
    return ratios.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%8.2f %s", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining("\n", "# " + comment + "\n", "\n"));
  }

  /** These ratios where they are new, the former ones where nothing was measured. */
  Baseline updated(Map<String, Double> measured) {
    SortedMap<String, Double> all = new TreeMap<>(ratios);
    all.putAll(measured);
    return new Baseline(all);
  }

  /** How many times the former ratio this one is; empty for a case that is new. */
  Optional<Double> worsening(String key, double ratio) {
    return Optional.ofNullable(ratios.get(key)).map(former -> ratio / former);
  }
}
