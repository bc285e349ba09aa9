package dev.weft.behaviour;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps the class files that a compiler writes. */
final class ClassOutputs extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

  ClassOutputs(JavaFileManager manager) {
    super(manager);
  }

  /** The class files by name. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new HashMap<>();
    written.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
    return classes;
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
