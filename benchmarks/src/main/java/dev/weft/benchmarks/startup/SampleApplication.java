package dev.weft.benchmarks.startup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * An application of 500 classes in ten packages, all of which it uses. Their size, and how many of
 * them others extend or make lambdas of, is what it is in libraries. One of its two mains has a
 * coroutine, which it drives if there is an argument.
 */
final class SampleApplication {
  static final int CLASSES = 500;
  static final String MAIN = "sample.Main";
  static final String MAIN_WITH_COROUTINE = "sample.CoroutineMain";

  private static final int PACKAGES = 10;
  private static final int BASES = 8;
  private static final int PARTS = CLASSES / PACKAGES - BASES - 3;
  private static final int METHODS = 4;

  private final Path directory;
  private final Path library;

  /**
   * Prepares an application.
   *
   * @param directory where its files go
   * @param library the jar of weft-core, to compile against
   */
  SampleApplication(Path directory, Path library) {
    this.directory = directory;
    this.library = library;
  }

  /** Compiles it and packs it into a jar. */
  Path jar() throws IOException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("--release", "17", "-g", "-cp", library.toString(), "-d", classes.toString());
    if (!compiler.getTask(null, null, null, options, null, sources()).call()) {
      throw new IllegalStateException("the sample application does not compile");
    }
    return Jars.pack(classes, file -> true, directory.resolve("application.jar"));
  }

  private static List<JavaFileObject> sources() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < PACKAGES; i++) {
      String name = "sample.p" + i;
      sources.add(source(name, "Sized", "public interface Sized { int size(); }"));
      sources.add(source(name, "Visitor", "public interface Visitor<R> { R visit(Sized sized); }"));
      for (int base = 0; base < BASES; base++) {
        sources.add(source(name, "Base" + base, BASE.formatted("Base" + base) + METHODS_AND_END));
      }
      for (int part = 0; part < PARTS; part++) {
        String text = PART.formatted("Part" + part, "Base" + part % BASES);
        sources.add(source(name, "Part" + part, text + METHODS_AND_END));
      }
      sources.add(source(name, "Service", SERVICE.formatted(parts()) + METHODS_AND_END));
    }
    sources.add(source("sample", "Main", MAIN_CLASS.formatted("Main", "", calls())));
    String coroutineMain = MAIN_CLASS.formatted("CoroutineMain", COROUTINE, calls() + DRIVE);
    sources.add(source("sample", "CoroutineMain", coroutineMain));
    return sources;
  }

  private static JavaFileObject source(String packageName, String type, String text) {
    URI place = URI.create("string:///" + packageName.replace('.', '/') + "/" + type + ".java");
    return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return "package "
            + packageName
            + "; import java.util.*; import java.util.function.*;"
            + text;
      }
    };
  }

  private static String parts() {
    return numbered(PARTS, "new Part%d()", ", ");
  }

  private static String calls() {
    return numbered(PACKAGES, "total += sample.p%d.Service.run();", "\n");
  }

  private static String numbered(int count, String format, String separator) {
    return IntStream.range(0, count)
        .mapToObj(format::formatted)
        .collect(Collectors.joining(separator));
  }

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
      numbered(
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
}
