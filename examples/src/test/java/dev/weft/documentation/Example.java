package dev.weft.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A program on a page: the members of a class {@code Example}, and after the last empty line what
 * its main method does. Lines are numbered as on the page.
 *
 * @param woven whether it is to run with the agent
 * @param code the code as it stands on the page
 * @param said what the page says that it says when it runs
 * @param reported what the page says that javac reports
 */
record Example(boolean woven, String code, List<String> said, List<String> reported) {
  private static final String HEAD =
      "import dev.weft.*; import java.lang.invoke.*; import java.util.*; import java.util.stream.*;"
          + " class Example { ";

  private static final String MAIN =
      "public static void main(String[] arguments) throws Throwable { ";

  /** The programs of a section, each with the fences that follow it. */
  static List<Example> in(Page.Section section) {
    List<Example> examples = new ArrayList<>();
    for (Page.Fence fence : section.fences()) {
      if (fence.info().startsWith("java")) {
        boolean woven = !fence.info().endsWith("without the agent");
        examples.add(new Example(woven, fence.text(), new ArrayList<>(), new ArrayList<>()));
      } else if (fence.info().startsWith("text") && !examples.isEmpty()) {
        Example example = examples.get(examples.size() - 1);
        (fence.info().endsWith("javac") ? example.reported() : example.said()).add(fence.text());
      }
    }
    return examples;
  }

  /**
   * Compiles it.
   *
   * @param directory where to
   * @param options of javac
   * @return what javac reports, as it prints it
   */
  List<String> compile(Path directory, String... options) throws IOException {
    Path source = Files.writeString(directory.resolve("Example.java"), source());
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-g", "-d", directory.toString()));
    all.addAll(List.of("-cp", System.getProperty("java.class.path")));
    try (StandardJavaFileManager files = javac.getStandardFileManager(found, null, null)) {
      javac.getTask(null, files, found, all, null, files.getJavaFileObjects(source)).call();
    }
    return found.getDiagnostics().stream().flatMap(Example::text).toList();
  }

  private String source() {
    int main = code.lastIndexOf("\n\n") + 2;
    return HEAD + code.substring(0, main) + MAIN + code.substring(main) + " } }";
  }

  private static Stream<String> text(Diagnostic<?> diagnostic) {
    String kind = diagnostic.getKind().name().toLowerCase(Locale.ROOT);
    String message = diagnostic.getMessage(Locale.ROOT);
    return kind.equals("error") || kind.endsWith("warning")
        ? Stream.of("Example.java:" + diagnostic.getLineNumber() + ": " + kind + ": " + message)
        : Stream.empty();
  }
}
