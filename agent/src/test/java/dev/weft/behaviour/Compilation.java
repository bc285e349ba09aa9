package dev.weft.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * One run of a compiler of Java, in memory.
 *
 * @param classes the class files by name, none if there were errors
 * @param errors what the compiler refused
 */
record Compilation(Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors) {

  /** Compiles sources against the class path of the tests. */
  static Compilation of(
      JavaCompiler compiler, List<? extends JavaFileObject> sources, String release, String debug) {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    ClassOutputs outputs =
        new ClassOutputs(
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(messages, null, null));
    compiler.getTask(null, outputs, messages, options(release, debug), null, sources).call();
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>(messages.getDiagnostics());
    errors.removeIf(message -> message.getKind() != Diagnostic.Kind.ERROR);
    return new Compilation(errors.isEmpty() ? outputs.classes() : Map.of(), errors);
  }

  // Not --release: tests on the class path of 17 would not be seen by 8.
  private static List<String> options(String release, String debug) {
    String classPath = System.getProperty("java.class.path");
    return List.of(
        "-source", release, "-target", release, "-proc:none", debug, "-nowarn", "-cp", classPath);
  }
}
