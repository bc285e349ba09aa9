package dev.weft.fuzz;

import static dev.weft.fuzz.ValueType.BOOLEAN;
import static dev.weft.fuzz.ValueType.INT;
import static dev.weft.fuzz.ValueType.INTEGER;
import static dev.weft.fuzz.ValueType.OBJECT;
import static dev.weft.fuzz.ValueType.STRING;

import java.util.List;

/** Switch statements of every kind that the program's version of Java has. */
final class Switches {
  private final Statements statements;

  Switches(Statements statements) {
    this.statements = statements;
  }

  void any() {
    boolean patterns = statements.names().release() >= 21;
    switch (statements.choices().below(patterns ? 6 : 4)) {
      case 0 -> labels(e(INT) + " & 3", "0", "1", "2");
      case 1 -> labels(e(STRING), "\"a\"", "\"text\"", "\"\"");
      case 2 -> labels("Scene.Colour.of(" + e(INT) + ")", "RED", "GREEN", "BLUE");
      case 3 -> labels(e(INT), "-1", "1", "100000");
      default -> patterns();
    }
  }

  private String e(ValueType type) {
    return statements.expressions().of(type);
  }

  /** With groups that fall through. */
  private void labels(String selector, String... labels) {
    String name = statements.names().fresh("choice");
    List<String> jumps = List.of("break " + name);
    statements.out().open(name + ": switch (" + selector + ")");
    for (String label : labels) {
      if (statements.choices().chance(75)) {
        group("case " + label + ":", jumps);
      }
    }
    if (statements.choices().chance(50)) {
      group("default:", jumps);
    }
    statements.out().close();
  }

  private void group(String label, List<String> jumps) {
    statements.block(label, jumps);
    if (statements.choices().chance(60)) {
      statements.out().line(jumps.get(0) + ";");
    }
  }

  private void patterns() {
    String object = statements.expressions().any();
    statements.out().open("switch (" + object + ")");
    if (statements.choices().chance(50)) {
      statements.block("case null ->");
    }
    pattern("Integer", INTEGER);
    pattern("String", STRING);
    String left = statements.names().fresh("left");
    String right = statements.names().fresh("right");
    statements.out().open("case Scene.Pair(String " + left + ", Object " + right + ") ->");
    statements.scope().block(() -> inside(left, STRING, right, OBJECT));
    statements.out().close();
    statements.block("default ->");
    statements.out().close();
  }

  private void inside(String left, ValueType leftType, String right, ValueType rightType) {
    statements.scope().declare(left, leftType);
    statements.scope().declare(right, rightType);
    statements.some(2);
  }

  /** A pattern whose guard may suspend, and say no; then one without a guard. */
  private void pattern(String type, ValueType valueType) {
    String guarded = statements.names().fresh("guarded");
    String head = "case " + type + " " + guarded + " when ";
    statements.block(
        head + "(" + statements.expressions().step(BOOLEAN) + " & " + guarded + " != null) ->");
    String name = statements.names().fresh("matched");
    statements.out().open("case " + type + " " + name + " ->");
    statements
        .scope()
        .block(() -> {
          statements.scope().declare(name, valueType);
          statements.some(2);
        });
    statements.out().close();
  }
}
