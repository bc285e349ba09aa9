package dev.weft.behaviour;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles programs while the tests run, as source of another version of Java than theirs. */
final class Source {
  private Source() {}

  /** Compiles a class of this package; the class files by name. */
  static Map<String, byte[]> compile(String name, String text, String release) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    Outputs outputs = new Outputs(compiler.getStandardFileManager(null, null, null));
    // Not --release: tests on the class path of 17 would not be seen by 8.
    List<String> options =
        List.of(
            "-source",
            release,
            "-target",
            release,
            "-proc:none",
            "-g",
            "-nowarn",
            "-cp",
            System.getProperty("java.class.path"));
    boolean compiled =
        compiler.getTask(messages, outputs, null, options, null, List.of(input(name, text))).call();
    if (!compiled) {
      throw new IllegalArgumentException(messages.toString());
    }
    Map<String, byte[]> classes = new HashMap<>();
    outputs.written.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
    return classes;
  }

  private static JavaFileObject input(String name, String text) {
    URI uri = URI.create("string:///dev/weft/behaviour/" + name + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
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
          written.put(type, bytes);
          return bytes;
        }
      };
    }
  }
}
