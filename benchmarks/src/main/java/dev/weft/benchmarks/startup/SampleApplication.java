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
 * An application of 500 classes in 50 packages of ten, all of which it uses: interfaces,
 * superclasses, and lambdas of the JDK's interfaces and of its own. One of its two mains has a
 * coroutine, which it drives if there is an argument.
 */
final class SampleApplication {
  static final int CLASSES = 500;
  static final String MAIN = "sample.Main";
  static final String MAIN_WITH_COROUTINE = "sample.CoroutineMain";

  private static final int PARTS = 6;
  private static final int METHODS = 8;

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
    int packages = CLASSES / (PARTS + 4);
    for (int i = 0; i < packages; i++) {
      String name = "sample.p" + i;
      sources.add(source(name, "Sized", "public interface Sized { int size(); }"));
      sources.add(source(name, "Visitor", "public interface Visitor<R> { R visit(Sized sized); }"));
      sources.add(source(name, "Base", BASE + methods(METHODS) + "}"));
      for (int part = 1; part <= PARTS; part++) {
        sources.add(source(name, "Part" + part, part("Part" + part)));
      }
      sources.add(source(name, "Service", service()));
    }
    sources.add(source("sample", "Main", main("Main", packages, "", "")));
    sources.add(
        source("sample", "CoroutineMain", main("CoroutineMain", packages, COROUTINE, DRIVE)));
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

  private static final String BASE =
      """
      public abstract class Base implements Sized {
        protected final List<String> names = new ArrayList<>();
        public int size() { return names.size(); }
        public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
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
        static void drive() {
          for (int i : count(10)) {
            total += i;
          }
        }
      """;

  private static final String DRIVE = "    if (arguments.length > 0) { drive(); }\n";

  /** Code of no particular sense, as long as that of an ordinary class. */
  private static String methods(int count) {
    String method =
        """
          public Map<String, List<Integer>> method%1$d(Collection<String> words, int limit) {
            Map<String, List<Integer>> found = new TreeMap<>();
            int at = %1$d;
            for (String word : words) {
              if (word.length() > limit) {
                found.computeIfAbsent(word.trim(), key -> new ArrayList<>()).add(at);
              } else if (word.isEmpty()) {
                throw new IllegalArgumentException("word " + at + " of " + words + " is empty");
              }
              at += word.hashCode() %% limit;
            }
            return found;
          }
        """;
    return IntStream.range(0, count).mapToObj(method::formatted).collect(Collectors.joining());
  }

  private static String part(String name) {
    return "public final class "
        + name
        + " extends Base implements Comparable<"
        + name
        + "> {\n  public int compareTo("
        + name
        + " other) { return Integer.compare(size(), other.size()); }\n"
        + "  public int twice() { return accept(sized -> 2 * sized.size()); }\n"
        + methods(METHODS)
        + "}";
  }

  private static String service() {
    String parts =
        IntStream.rangeClosed(1, PARTS)
            .mapToObj(part -> "new Part" + part + "()")
            .collect(Collectors.joining(", "));
    return """
    public final class Service {
      public static int run() {
        int total = 0;
        Visitor<Integer> visitor = Sized::size;
        for (Base part : new Base[] {%s}) {
          total += part.accept(visitor);
        }
        return total;
      }
    """
            .formatted(parts)
        + methods(METHODS)
        + "}";
  }

  private static String main(String name, int packages, String members, String last) {
    String calls =
        IntStream.range(0, packages)
            .mapToObj(i -> "    total += sample.p" + i + ".Service.run();\n")
            .collect(Collectors.joining());
    return "public final class "
        + name
        + " {\n  static int total;\n"
        + members
        + "  public static void main(String[] arguments) {\n"
        + calls
        + last
        + "    System.out.println(total);\n  }\n}";
  }
}
