package dev.weft.fuzz;

import static dev.weft.fuzz.ValueType.BOOLEAN;
import static dev.weft.fuzz.ValueType.INT;
import static dev.weft.fuzz.ValueType.INTS;
import static dev.weft.fuzz.ValueType.OBJECT;
import static dev.weft.fuzz.ValueType.STRING;

import dev.weft.fuzz.Scope.Variable;
import java.util.List;

/**
 * Random Java statements.
 *
 * <p>All jumps are within an {@code if}, be its condition {@code true}: then the language takes
 * whatever follows for reachable, while the compiler leaves it out.
 */
final class Statements {
  private static final int DEEPEST = 4;

  private final Choices choices;
  private final Scope scope;
  private final Names names;
  private final Expressions expressions;
  private final Lines out;
  private final Loops loops;
  private final Switches switches;
  private final ValueType result;
  private int depth;

  /** Makes statements for a method that returns values of that type. */
  Statements(Choices choices, Names names, Scope scope, ValueType result, Lines out) {
    this.choices = choices;
    this.scope = scope;
    this.names = names;
    this.result = result;
    this.out = out;
    this.expressions = new Expressions(choices, scope, names);
    this.loops = new Loops(this);
    this.switches = new Switches(this);
  }

  Choices choices() {
    return choices;
  }

  Scope scope() {
    return scope;
  }

  Names names() {
    return names;
  }

  Lines out() {
    return out;
  }

  Expressions expressions() {
    return expressions;
  }

  /** Some statements, then a return. */
  void body() {
    some(6);
    out.line("return " + expressions.of(result) + ";");
  }

  /** Statements within braces. */
  void block(String head, List<String> jumps) {
    out.open(head);
    scope.block(jumps, () -> some(3));
    out.close();
  }

  void block(String head) {
    block(head, List.of());
  }

  /** Statements in the block that has been opened. */
  void some(int most) {
    depth++;
    for (int i = 0; i < most && choices.chance(80) && names.hasFuel(); i++) {
      statement();
    }
    depth--;
  }

  private void statement() {
    if (depth > DEEPEST) {
      simple();
      return;
    }
    switch (choices.below(16)) {
      case 0, 1, 2 -> simple();
      case 3 -> conditional();
      case 4, 5 -> loops.loop();
      case 6, 7, 8 -> guarded();
      case 9 -> switches.any();
      case 10 -> declaredBefore();
      case 11 -> lambda();
      case 12 -> locked();
      case 13 -> block("", List.of());
      case 14 -> leave();
      default -> resources();
    }
  }

  private void simple() {
    switch (choices.below(5)) {
      case 0, 1 -> declare();
      case 2 -> assign();
      case 3 -> leave();
      default -> out.line(expressions.discard());
    }
  }

  private void declare() {
    ValueType type = choices.oneOf(ValueType.values());
    String name = names.fresh(type.stem());
    out.line(type.source() + " " + name + " = " + expressions.of(type) + ";");
    scope.declare(name, type);
  }

  private void assign() {
    ValueType type = choices.oneOf(ValueType.values());
    List<Variable> known = scope.variables(type, true);
    if (known.isEmpty()) {
      out.line(expressions.discard());
      return;
    }
    String operator = type.isNumber() ? choices.oneOf("=", "+=", "-=", "*=") : "=";
    String value = expressions.of(type);
    out.line(choices.oneOf(known).name() + " " + operator + " " + value + ";");
  }

  private String condition() {
    return choices.chance(15) ? "true" : expressions.of(BOOLEAN);
  }

  private void leave() {
    int kind = choices.below(3);
    if (kind == 0 && !scope.jumps().isEmpty()) {
      out.line("if (" + condition() + ") " + choices.oneOf(scope.jumps()) + ";");
    } else if (kind == 1 && scope.mayReturn()) {
      out.line("if (" + condition() + ") return " + expressions.of(result) + ";");
    } else {
      String thrown =
          choices.oneOf("IllegalStateException", "java.io.IOException", "AssertionError");
      String message = "(" + expressions.of(STRING) + ")";
      out.line("if (" + condition() + ") throw new " + thrown + message + ";");
    }
  }

  private void conditional() {
    block("if (" + expressions.of(BOOLEAN) + ")");
    if (choices.chance(50)) {
      block("else");
    }
  }

  private void guarded() {
    List<String> catches =
        choices.oneOf(
            List.of("RuntimeException"),
            List.of("Throwable"),
            List.of("ArithmeticException | IllegalStateException"),
            List.of("Error", "Exception"),
            List.<String>of());
    block("try");
    for (String type : catches) {
      String name = names.fresh("thrown");
      out.open("catch (" + type + " " + name + ")");
      scope.block(() -> handle(name));
      out.close();
    }
    if (catches.isEmpty() || choices.chance(40)) {
      block("finally");
    }
  }

  private void handle(String thrown) {
    if (scope.maySuspend()) {
      out.line("step(Scene.name(" + thrown + "));");
    }
    some(2);
    if (choices.chance(20)) {
      out.line("if (" + condition() + ") throw " + thrown + ";");
    }
  }

  /** A variable that is given its value in both branches, or in one of them only. */
  private void declaredBefore() {
    ValueType type = choices.oneOf(ValueType.values());
    String name = names.fresh("later");
    boolean both = choices.chance(60);
    out.line(type.source() + " " + name + ";");
    out.open("if (" + expressions.of(BOOLEAN) + ")");
    scope.block(() -> assigned(name, type));
    out.close();
    out.open("else");
    scope.block(() -> {
      some(1);
      if (both) {
        out.line(name + " = " + expressions.of(type) + ";");
      }
    });
    out.close();
    if (both) {
      scope.declare(name, type);
    }
  }

  private void assigned(String name, ValueType type) {
    some(1);
    out.line(name + " = " + expressions.of(type) + ";");
    scope.declare(name, type);
    some(1);
  }

  private void lambda() {
    if (!scope.maySuspend()) {
      simple();
      return;
    }
    ValueType type = choices.oneOf(ValueType.values());
    String captured = names.fresh("captured");
    out.line("final " + type.source() + " " + captured + " = " + expressions.of(type) + ";");
    scope.declare(new Variable(captured, type, false, true));
    String first = names.fresh("first");
    String second = names.fresh("second");
    String name = names.fresh("function");
    out.open("Scene.Function " + name + " = (" + first + ", " + second + ") ->");
    scope.lambda(() -> {
      scope.declare(first, INT);
      scope.declare(second, OBJECT);
      some(2);
      out.line("return " + expressions.any() + ";");
    });
    out.close(";");
    String arguments = "(" + expressions.of(INT) + ", " + expressions.any() + ")";
    out.line("step(" + name + ".apply" + arguments + ");");
  }

  private void locked() {
    out.open("synchronized (Scene.class)");
    scope.withoutSteps(() -> some(2));
    out.close();
  }

  private void resources() {
    if (!scope.maySuspend()) {
      simple();
      return;
    }
    String first = "Scene.Resource " + names.fresh("resource");
    String second = "Scene.Resource " + names.fresh("resource");
    String more =
        choices.oneOf("", "; " + second + " = null", "; " + second + " = new Scene.Resource(7)");
    block("try (" + first + " = new Scene.Resource(" + expressions.of(INT) + ")" + more + ")");
    if (choices.chance(50)) {
      block("catch (Exception " + names.fresh("thrown") + ")");
    }
  }

  /** An array of ints, for loops. */
  String ints() {
    return expressions.of(INTS);
  }
}
