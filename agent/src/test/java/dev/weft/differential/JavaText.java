package dev.weft.differential;

import java.util.List;
import java.util.Map;

/** A program in Java, in one {@link Shape}. {@code w} is the {@link World}. */
final class JavaText implements Language {
  private static final Map<Failure, String> NAMES =
      Map.of(
          Failure.REFUSAL, "IllegalStateException",
          Failure.ANY, "Throwable",
          Failure.SLIP, "World.Slip",
          Failure.MISTAKE, "World.Mistake",
          Failure.ALARM, "World.Alarm");

  private final Indented out = new Indented();
  private final Shape shape;

  private JavaText(Shape shape) {
    this.shape = shape;
  }

  /** A class of this package with methods {@code g0}, {@code g1} and so on. */
  static String of(Program program, String type, Shape shape) {
    JavaText text = new JavaText(shape);
    text.out.line("package dev.weft.differential;");
    text.out.line("import dev.weft.*;");
    text.out.block("final class " + type + " {", () -> text.functions(program));
    text.out.line("}");
    return text.out.toString();
  }

  private void functions(Program program) {
    for (int i = 0; i < program.bodies().size(); i++) {
      int number = i;
      out.block(shape.head("g" + i), () -> body(program, number));
      out.line(shape.tail());
    }
  }

  private void body(Program program, int number) {
    out.line("Object x = null;");
    out.line("int n = 0;");
    if (program.holds(number)) {
      out.line("Generator<Object, Object, Object> held = w.made(g" + (number + 1) + "(w));");
    }
    write(program.bodies().get(number));
    out.line(shape.returning("null"));
  }

  private void write(List<Statement> statements) {
    statements.forEach(statement -> statement.in(this));
  }

  private static String text(int step, Value value) {
    return switch (value) {
      case STEP -> String.valueOf(step);
      case NOTHING -> "null";
      case LAST -> "x";
    };
  }

  private static String text(int step, Source source) {
    return switch (source.kind()) {
      case FRESH -> "w.made(g" + source.number() + "(w))";
      case UNHELD -> "g" + source.number() + "(w)";
      case HELD -> "held";
      case SHARED -> "w.shared(" + source.number() + ")";
      case FOREIGN -> "w.foreign(w.made(g" + source.number() + "(w)))";
      case FRESH_ITERATOR -> "w.iterator(" + step + ")";
      case SHARED_ITERATOR -> "w.items()";
    };
  }

  @Override
  public void yieldValue(int step, Value value) {
    out.line("x = " + shape.yielding(text(step, value)) + ";");
    out.line("w.log(" + step + ", x);");
  }

  @Override
  public void yieldFrom(int step, Source source) {
    out.line("x = " + shape.delegating(text(step, source)) + ";");
    out.line("w.log(" + step + ", x);");
  }

  @Override
  public void drive(int step, String operation, Source source) {
    out.line("x = w.drive(\"" + operation + "\", " + text(step, source) + ");");
    out.line("w.log(" + step + ", x);");
  }

  @Override
  public void loop(int depth, int turns, List<Statement> body) {
    String variable = "i" + depth;
    out.block(
        "for (int " + variable + " = 0; " + variable + " < " + turns + "; " + variable + "++) {",
        () -> write(body));
    out.line("}");
  }

  @Override
  public void alternate(List<Statement> even, List<Statement> odd) {
    out.line("n++;");
    out.block("if (n % 2 == 0) {", () -> write(even));
    out.block("} else {", () -> write(odd));
    out.line("}");
  }

  @Override
  public void attempt(
      int depth, List<Statement> body, List<Handler> handlers, List<Statement> last) {
    out.block(
        "try {",
        () -> {
          out.line("World.mayThrow();");
          write(body);
        });
    for (Handler handler : handlers) {
      String caught = "e" + depth;
      out.block(
          "} catch (" + name(handler.failure()) + " " + caught + ") {",
          () -> {
            out.line("w.caught(" + caught + ");");
            write(handler.body());
          });
    }
    if (!last.isEmpty()) {
      out.block("} finally {", () -> write(last));
    }
    out.line("}");
  }

  private static String name(Failure failure) {
    return NAMES.getOrDefault(failure, failure.python);
  }

  /** Under a condition: javac refuses statements that are never reached. */
  private void jump(String statement) {
    out.line("if (true) { " + statement + " }");
  }

  @Override
  public void raise(int step, Failure failure, int cause) {
    String text = "\"step " + step + "\"";
    String created =
        failure.isSignal()
            ? "new " + name(failure) + "()"
            : "new " + name(failure) + "(" + text + ", " + (cause < 0 ? "null" : "e" + cause) + ")";
    jump("throw " + created + ";");
  }

  @Override
  public void raiseAgain(int depth) {
    jump("throw e" + depth + ";");
  }

  @Override
  public void returnValue(int step, Value value) {
    jump(shape.returning(text(step, value)));
  }

  @Override
  public void breakLoop() {
    jump("break;");
  }

  @Override
  public void continueLoop() {
    jump("continue;");
  }
}
