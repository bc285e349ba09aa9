package dev.weft.documentation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs compiled {@link Example}s, each with a class loader of its own. */
public final class RunExamples {
  /** The file, beside the classes of an example, with what it has said. */
  static final String SAID = "said";

  /** The system property that names the directory that holds those of the examples. */
  static final String DIRECTORY = "weft.documentation.examples";

  private RunExamples() {}

  /** Runs all. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    try (Stream<Path> examples = Files.list(Path.of(System.getProperty(DIRECTORY)))) {
      for (Path example : examples.toList()) {
        run(example);
      }
    }
  }

  private static void run(Path directory) throws IOException, ReflectiveOperationException {
    URL[] classes = {directory.toUri().toURL()};
    try (OutputStream said = Files.newOutputStream(directory.resolve(SAID));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        URLClassLoader loader = new URLClassLoader(classes)) {
      System.setOut(out);
      System.setErr(out);
      Method main = loader.loadClass("Example").getMethod("main", String[].class);
      main.setAccessible(true);
      try {
        main.invoke(null, (Object) new String[0]);
      } catch (InvocationTargetException e) {
        causes(e.getCause()).forEach(out::println);
      }
    }
  }

  private static List<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).toList();
  }
}
