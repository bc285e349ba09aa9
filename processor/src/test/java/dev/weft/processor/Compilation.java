package dev.weft.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * One run of a compiler with the processor, of the JDK that the tests run on or another.
 *
 * @param messages what the compiler said
 * @param output what it printed besides
 */
record Compilation(List<Diagnostic<? extends JavaFileObject>> messages, String output) {

  /** Compiles files against the class path of the tests; class files go to a directory. */
  static Compilation of(JavaCompiler compiler, Path classes, List<Path> sources, String... more)
      throws IOException {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    // Since JDK 23 processors on the class path are not run unasked; before 21 "full" is unknown.
    List<String> options =
        new ArrayList<>(List.of("-processor", CoroutineProcessor.class.getName()));
    options.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
    options.addAll(List.of(more));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, null, null)) {
      compiler
          .getTask(
              output, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return new Compilation(messages.getDiagnostics(), output.toString());
  }

  /** The sources of the classes below a directory. */
  static List<Path> sourcesIn(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    }
  }

  /** What the processor said, with the line: all its messages name Weft. */
  List<String> findings() {
    return messages.stream()
        .filter(message -> message.getMessage(null).contains("Weft"))
        .map(message -> message.getLineNumber() + ": " + kind(message) + message.getMessage(null))
        .toList();
  }

  /** The errors that are not the processor's. */
  List<String> otherErrors() {
    return messages.stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .map(message -> message.getMessage(null))
        .filter(message -> !message.contains("Weft"))
        .toList();
  }

  private static String kind(Diagnostic<?> message) {
    return switch (message.getKind()) {
      case ERROR -> "error: ";
      case WARNING, MANDATORY_WARNING -> "warning: ";
      default -> "note: ";
    };
  }
}
