package dev.weft.behaviour;

import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles programs while the tests run, as source of another version of Java than theirs. */
public final class Source {
  private Source() {}

  /** Compiles a class of this package; the class files by name. */
  static Map<String, byte[]> compile(String name, String text, String release) {
    Compiled compiled = compile("dev.weft.behaviour", Map.of(name, text), release);
    if (!compiled.messages().isEmpty()) {
      throw new IllegalArgumentException(compiled.messages().toString());
    }
    return compiled.classes();
  }

  /**
   * Class files by name; of each class that does not compile, why: "" is for no one in particular.
   */
  public record Compiled(Map<String, byte[]> classes, Map<String, String> messages) {}

  /** Compiles classes of one package; there are no class files unless all compile. */
  public static Compiled compile(String in, Map<String, String> texts, String release) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    ClassOutputs outputs = new ClassOutputs(compiler.getStandardFileManager(told, null, null));
    List<JavaFileObject> inputs = new ArrayList<>();
    texts.forEach((name, text) -> inputs.add(new Input(in, name, text)));
    Map<String, String> messages = new HashMap<>();
    StringWriter crash = new StringWriter();
    if (!compiler.getTask(crash, outputs, told, options(release), null, inputs).call()) {
      for (Diagnostic<? extends JavaFileObject> message : told.getDiagnostics()) {
        if (message.getKind() == Diagnostic.Kind.ERROR) {
          String name = message.getSource() instanceof Input input ? input.type : "";
          messages.merge(name, message.toString(), (a, b) -> a + "\n" + b);
        }
      }
      if (messages.isEmpty()) {
        messages.put("", crash.toString());
      }
      return new Compiled(Map.of(), messages);
    }
    return new Compiled(outputs.classes(), messages);
  }

  /** Not --release: tests on the class path of 17 would not be seen by 8. */
  private static List<String> options(String release) {
    return List.of(
        "-source",
        release,
        "-target",
        release,
        "-proc:none",
        "-g",
        "-nowarn",
        "-cp",
        System.getProperty("java.class.path"));
  }

  private static final class Input extends SimpleJavaFileObject {
    private final String type;
    private final String text;

    Input(String in, String type, String text) {
      super(
          URI.create("string:///" + in.replace('.', '/') + "/" + type + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.type = type;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
