package dev.weft.benchmarks.startup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles and packs an application of 500 classes, all of which it uses. */
final class SampleApplication {
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
    return Jars.pack(classes, directory.resolve("application.jar"));
  }

  private static List<JavaFileObject> sources() {
    return SampleSources.all().entrySet().stream()
        .map(source -> source(source.getKey(), source.getValue()))
        .toList();
  }

  private static JavaFileObject source(String name, String text) {
    URI place = URI.create("string:///" + name.replace('.', '/') + ".java");
    return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
