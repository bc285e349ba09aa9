package dev.weft.benchmarks.startup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sources of 500 classes in ten packages. Their size, and how many of them others extend or
 * make lambdas of, is what it is in libraries.
 */
@SuppressWarnings("InlineFormatString") // whole source files read better apart
final class SampleSources {
  static final int CLASSES = 500;
  static final String MAIN = "sample.Main";

  /** Drives a coroutine of its own at the end, if there is an argument. */
  static final String MAIN_WITH_COROUTINE = "sample.CoroutineMain";

  private static final int PACKAGES = 10;
  private static final int BASES = 8;
  private static final int PARTS = CLASSES / PACKAGES - BASES - 3;
  private static final int METHODS = 4;

  private static final String SIZED = "public interface Sized { int size(); }";

  private static final String VISITOR = "public interface Visitor<R> { R visit(Sized sized); }";

  private static final String BASE =
      """
      public abstract class %s implements Sized {
        protected final List<String> names = new ArrayList<>();
        public int size() { return names.size(); }
        public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
      """;

  private static final String PART =
      """
      public final class %1$s extends %2$s implements Comparable<%1$s> {
        public int compareTo(%1$s other) { return Integer.compare(size(), other.size()); }
        public int twice() { return accept(sized -> 2 * sized.size()); }
        public List<String> sorted() { return names.stream().sorted().toList(); }
      """;

  private static final String SERVICE =
      """
      public final class Service {
        public static int run() {
          int total = 0;
          Visitor<Integer> visitor = Sized::size;
          for (Sized part : new Sized[] {%s}) {
            total += visitor.visit(part);
          }
          return total;
        }
      """;

  /** Code of no particular sense, as long as that of an ordinary class. */
  private static final String METHODS_AND_END =
      SampleSources.numbered(
              METHODS,
              """
              public Map<String, List<Integer>> method%1$d(Collection<String> words, int limit) {
                Map<String, List<Integer>> found = new TreeMap<>();
                int at = %1$d;
                for (String word : words) {
                  if (word.length() > limit) {
                    List<Integer> places = found.get(word.trim());
                    if (places == null) {
                      places = new ArrayList<>();
                      found.put(word.trim(), places);
                    }
                    places.add(at);
                  } else if (word.isEmpty()) {
                    throw new IllegalArgumentException("word " + at + " of " + words + " is empty");
                  }
                  at += word.hashCode() %% limit;
                }
                return found;
              }
              """,
              "\n")
          + "}";

  private static final String MAIN_CLASS =
      """
      public final class %s {
        static int total;
        %s
        public static void main(String[] arguments) {
          %s
          System.out.println(total);
        }
      }
      """;

  private static final String COROUTINE =
      """
      @dev.weft.Coroutine
      static dev.weft.Generator<Integer, Void, Void> count(int to) {
        for (int i = 0; i < to; i++) {
          dev.weft.Coroutines.yield(i);
        }
        return null;
      }
      """;

  private static final String DRIVE =
      "if (arguments.length > 0) { for (int i : count(10)) { total += i; } }";

  private final Map<String, String> sources = new LinkedHashMap<>();

  private SampleSources() {}

  /** All sources, by the names of the classes. */
  static Map<String, String> all() {
    SampleSources all = new SampleSources();
    for (int i = 0; i < PACKAGES; i++) {
      all.addPackage("sample.p" + i);
    }
    String calls = numbered(PACKAGES, "total += sample.p%d.Service.run();", "\n");
    all.add("sample", "Main", MAIN_CLASS.formatted("Main", "", calls));
    all.add(
        "sample", "CoroutineMain", MAIN_CLASS.formatted("CoroutineMain", COROUTINE, calls + DRIVE));
    return all.sources;
  }

  private void addPackage(String name) {
    add(name, "Sized", SIZED);
    add(name, "Visitor", VISITOR);
    for (int base = 0; base < BASES; base++) {
      add(name, "Base" + base, BASE.formatted("Base" + base) + METHODS_AND_END);
    }
    for (int part = 0; part < PARTS; part++) {
      String text = PART.formatted("Part" + part, "Base" + part % BASES);
      add(name, "Part" + part, text + METHODS_AND_END);
    }
    String parts = numbered(PARTS, "new Part%d()", ", ");
    add(name, "Service", SERVICE.formatted(parts) + METHODS_AND_END);
  }

  private void add(String packageName, String type, String text) {
    sources.put(packageName + "." + type, "package " + packageName + ";import java.util.*;" + text);
  }

  private static String numbered(int count, String format, String separator) {
    return IntStream.range(0, count)
        .mapToObj(format::formatted)
        .collect(Collectors.joining(separator));
  }
}
