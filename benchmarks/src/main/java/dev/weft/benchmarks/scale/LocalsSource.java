package dev.weft.benchmarks.scale;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes a generator method with as many live variables as wanted, and compiles it. */
final class LocalsSource {
  private static final String CLASS = "ManyLocals";

  private LocalsSource() {}

  /**
   * Makes the method. The class is woven when it is loaded, as any.
   *
   * @param locals how many ints are live at its yield, besides the counter and its limit
   * @param changing whether they change before every yield
   * @return makes a generator of the ints below a limit
   * @throws IOException if it cannot be compiled
   */
  @SuppressWarnings("unchecked") // text says what it implements
  static IntFunction<Iterator<Integer>> compiled(int locals, boolean changing)
      throws IOException, ReflectiveOperationException {
    Path directory = Files.createTempDirectory("locals");
    Path source = Files.writeString(directory.resolve(CLASS + ".java"), text(locals, changing));
    compile(source, directory);
    // Not closed: it may have to load the frame's class later.
    URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()});
    return (IntFunction<Iterator<Integer>>) loader.loadClass(CLASS).getConstructor().newInstance();
  }

  private static void compile(Path source, Path directory) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("there is no Java compiler here; run on a JDK instead of a JRE");
    }
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              directory.toString());
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(source);
      if (!compiler.getTask(errors, files, null, options, null, units).call()) {
        throw new IOException("cannot compile " + source + ":\n" + errors);
      }
    }
  }

  static String text(int locals, boolean changing) {
    return """
    import dev.weft.*;

    public final class %s implements java.util.function.IntFunction<java.util.Iterator<Integer>> {
      public java.util.Iterator<Integer> apply(int limit) {
        return values(limit);
      }

      @Coroutine
      private static Generator<Integer, Void, Integer> values(int limit) {
        int %s;
        for (int i = 0; i < limit; i++) {
          %s
          Coroutines.yield(i);
        }
        return Coroutines.done(%s);
      }
    }
    """
        .formatted(
            CLASS,
            each(locals, "v%1$d = limit + %1$d", ", "),
            changing ? each(locals, "v%d++;", " ") : "",
            each(locals, "v%d", " + "));
  }

  private static String each(int locals, String format, String separator) {
    return IntStream.range(0, locals)
        .mapToObj(format::formatted)
        .collect(Collectors.joining(separator));
  }
}
