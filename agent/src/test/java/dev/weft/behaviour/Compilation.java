package dev.weft.behaviour;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
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
    Outputs outputs =
        new Outputs(
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(messages, null, null));
    compiler.getTask(null, outputs, messages, options(release, debug), null, sources).call();
    Map<String, byte[]> classes = new HashMap<>();
    outputs.written.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>(messages.getDiagnostics());
    errors.removeIf(message -> message.getKind() != Diagnostic.Kind.ERROR);
    return new Compilation(errors.isEmpty() ? classes : Map.of(), errors);
  }

  // Not --release: tests on the class path of 17 would not be seen by 8.
  private static List<String> options(String release, String debug) {
    String classPath = System.getProperty("java.class.path");
    return List.of(
        "-source", release, "-target", release, "-proc:none", debug, "-nowarn", "-cp", classPath);
  }

  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    Outputs(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
      URI uri = URI.create("bytes:///" + type.replace('.', '/'));
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(type.replace('/', '.'), bytes);
          return bytes;
        }
      };
    }
  }
}
