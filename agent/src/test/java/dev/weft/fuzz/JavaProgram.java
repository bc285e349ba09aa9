package dev.weft.fuzz;

import static dev.weft.fuzz.ValueType.OBJECT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Random Java source: a class with a coroutine named {@code program}, and some that it calls. */
final class JavaProgram {
  private static final int FUEL = 60;

  private final Choices choices;
  private final Names names;
  private final Lines out = new Lines();

  private JavaProgram(Choices choices, String type, int release) {
    this.choices = choices;
    this.names = new Names(type, release, FUEL);
  }

  /** The text of a program, in the newest version of Java of those given or an older one. */
  static JavaProgram of(Choices choices, String type, List<Integer> releases) {
    JavaProgram program = new JavaProgram(choices, type, choices.oneOf(releases));
    program.write();
    return program;
  }

  int release() {
    return names.release();
  }

  String text() {
    return out.toString();
  }

  private void write() {
    out.line("// release " + names.release());
    out.line("package dev.weft.fuzz;");
    out.line("import static dev.weft.behaviour.Trace.step;");
    out.line("import dev.weft.Coroutine;");
    out.open("final class " + names.type());
    out.line("private int field;");
    out.line("private " + names.type() + "(int field) { this.field = field; }");
    while (names.functions().size() < 3 && choices.chance(50)) {
      function();
    }
    out.open("@Coroutine static Object program() throws Throwable");
    out.line("Scene.reset();");
    out.line("step(\"start\");");
    names.refuel(2 * FUEL);
    new Statements(choices, names, new Scope(), OBJECT, out).body();
    out.close();
    out.close();
  }

  private void function() {
    boolean isStatic = choices.chance(50);
    List<ValueType> parameters = new ArrayList<>();
    Scope scope = new Scope();
    do {
      ValueType type = choices.oneOf(ValueType.values());
      parameters.add(type);
      scope.declare("p" + parameters.size(), type);
    } while (parameters.size() < 6 && choices.chance(60));
    if (!isStatic) {
      scope.declare("field", ValueType.INT);
    }
    ValueType result = choices.oneOf(ValueType.values());
    Function function = new Function(names.fresh("f"), isStatic, parameters, result);
    out.open(head(function));
    names.refuel(FUEL);
    new Statements(choices, names, scope, result, out).body();
    out.close();
    names.functions().add(function);
  }

  private String head(Function function) {
    List<String> declared = new ArrayList<>();
    for (ValueType type : function.parameters()) {
      declared.add(type.source() + " p" + (declared.size() + 1));
    }
    String modifier = function.isStatic() ? "static " : choices.oneOf("", "private ", "final ");
    return "@Coroutine "
        + modifier
        + function.result().source()
        + " "
        + function.name()
        + declared.stream().collect(Collectors.joining(", ", "(", ")"))
        + " throws Throwable";
  }
}
