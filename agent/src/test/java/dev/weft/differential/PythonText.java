package dev.weft.differential;

import java.util.List;

/**
 * A program in Python. {@code w} is the world of {@code world.py}, {@code me} what it knows of the
 * generator.
 */
final class PythonText implements Language {
  private final Indented out = new Indented();

  private PythonText() {}

  /** Functions {@code <prefix>0}, {@code <prefix>1} and so on. */
  static String of(Program program, String prefix) {
    PythonText text = new PythonText();
    for (int i = 0; i < program.bodies().size(); i++) {
      text.function(program, prefix, i);
    }
    return text.out.toString().replace("$", prefix);
  }

  private void function(Program program, String prefix, int number) {
    out.block("def " + prefix + number + "(w, me):", () -> guarded(program, number));
  }

  private void guarded(Program program, int number) {
    out.block(
        "try:",
        () -> {
          out.line("x = None");
          out.line("n = 0");
          if (program.holds(number)) {
            out.line("held = w.make($" + (number + 1) + ")");
          }
          write(program.bodies().get(number));
          out.line("return w.returning(me, None)");
          out.line("yield");
        });
    out.block(
        "except BaseException:",
        () -> {
          out.line("w.failed(me)");
          out.line("raise");
        });
  }

  private void write(List<Statement> statements) {
    statements.forEach(statement -> statement.in(this));
    if (statements.isEmpty()) {
      out.line("pass");
    }
  }

  private static String text(int step, Value value) {
    return switch (value) {
      case STEP -> String.valueOf(step);
      case NOTHING -> "None";
      case LAST -> "x";
    };
  }

  private static String text(int step, Source source) {
    return switch (source.kind()) {
      case FRESH -> "w.make($" + source.number() + ")";
      case UNHELD -> "w.unheld($" + source.number() + ")";
      case HELD -> "held";
      case SHARED -> "w.shared(" + source.number() + ")";
      case FOREIGN -> "w.foreign(w.make($" + source.number() + "))";
      case FRESH_ITERATOR -> "iter([" + step + ", None])";
      case SHARED_ITERATOR -> "w.items";
    };
  }

  @Override
  public void yieldValue(int step, Value value) {
    out.line("x = yield " + text(step, value));
    out.line("w.log(" + step + ", x)");
  }

  @Override
  public void yieldFrom(int step, Source source) {
    out.line("s = " + text(step, source));
    out.line("x = w.end(s, (yield from w.begin(s)))");
    out.line("w.log(" + step + ", x)");
  }

  @Override
  public void drive(int step, String operation, Source source) {
    out.line("x = w.drive('" + operation + "', " + text(step, source) + ")");
    out.line("w.log(" + step + ", x)");
  }

  @Override
  public void loop(int depth, int turns, List<Statement> body) {
    out.block("for i" + depth + " in range(" + turns + "):", () -> write(body));
  }

  @Override
  public void alternate(List<Statement> even, List<Statement> odd) {
    out.line("n += 1");
    out.block("if n % 2 == 0:", () -> write(even));
    out.block("else:", () -> write(odd));
  }

  @Override
  public void attempt(
      int depth, List<Statement> body, List<Handler> handlers, List<Statement> last) {
    out.block("try:", () -> write(body));
    for (Handler handler : handlers) {
      String caught = "e" + depth;
      out.block(
          "except " + handler.failure().python + " as " + caught + ":",
          () -> {
            out.line("w.caught(" + caught + ")");
            write(handler.body());
          });
    }
    if (!last.isEmpty()) {
      out.block("finally:", () -> write(last));
    }
  }

  @Override
  public void raise(int step, Failure failure, int cause) {
    String from = cause < 0 || failure.isSignal() ? "" : " from e" + cause;
    out.line("raise w.failure('" + failure.python + "', 'step " + step + "')" + from);
  }

  @Override
  public void raiseAgain(int depth) {
    out.line("raise");
  }

  @Override
  public void returnValue(int step, Value value) {
    out.line("return w.returning(me, " + text(step, value) + ")");
  }

  @Override
  public void breakLoop() {
    out.line("break");
  }

  @Override
  public void continueLoop() {
    out.line("continue");
  }
}
