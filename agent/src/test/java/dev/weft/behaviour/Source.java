package dev.weft.behaviour;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles programs while the tests run, as source of another version of Java than theirs. */
final class Source {
  private Source() {}

  /** Compiles a class of this package; the class files by name. */
  static Map<String, byte[]> compile(String name, String text, String release) {
    Compilation compilation =
        Compilation.of(
            ToolProvider.getSystemJavaCompiler(), List.of(input(name, text)), release, "-g");
    if (!compilation.errors().isEmpty()) {
      throw new IllegalArgumentException(compilation.errors().toString());
    }
    return compilation.classes();
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
}
