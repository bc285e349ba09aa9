package dev.weft.fuzz;

import static dev.weft.fuzz.ValueType.BOOLEAN;
import static dev.weft.fuzz.ValueType.INT;
import static dev.weft.fuzz.ValueType.INTEGER;
import static dev.weft.fuzz.ValueType.OBJECT;

import dev.weft.fuzz.Scope.Variable;
import java.util.List;

/** Loops of every kind, each of which ends after a few rounds. */
final class Loops {
  private final Statements statements;

  Loops(Statements statements) {
    this.statements = statements;
  }

  void loop() {
    String label = statements.names().fresh("loop");
    List<String> jumps = List.of("break " + label, "continue " + label);
    String counter = statements.names().fresh("i");
    switch (statements.choices().below(7)) {
      case 0 -> counted(label, jumps, counter);
      case 1 -> conditioned(label, jumps, counter);
      case 2 -> {
        bound(counter);
        statements.block(label + ": do", jumps);
        statements.out().line("while (" + counter + "++ < 2 && " + condition() + ");");
      }
      case 3 -> endless(label, jumps, counter);
      case 4 ->
          each(
              label + ": for (int " + counter + " : " + statements.ints() + ")",
              jumps,
              counter,
              INT);
      case 5 -> {
        String values = String.join(", ", value(), value(), value());
        each(
            label
                + ": for (Object "
                + counter
                + " : java.util.Arrays.<Object>asList("
                + values
                + "))",
            jumps,
            counter,
            OBJECT);
      }
      default -> statements.block(label + ":", List.of("break " + label));
    }
  }

  private String value() {
    return "(Object) (" + statements.expressions().of(INTEGER) + ")";
  }

  private String condition() {
    return statements.expressions().of(BOOLEAN);
  }

  private void bound(String counter) {
    statements.out().line("int " + counter + " = 0;");
  }

  private void counted(String label, List<String> jumps, String counter) {
    String second = statements.names().fresh("j");
    String head =
        "for (int " + counter + " = 0, " + second + " = " + statements.expressions().of(INT) + "; ";
    String rounds = String.valueOf(1 + statements.choices().below(3));
    statements.out().open(label + ": " + head + counter + " < " + rounds + "; " + counter + "++)");
    statements
        .scope()
        .block(
            jumps,
            () -> {
              statements.scope().declare(new Variable(counter, INT, false, false));
              statements.scope().declare(second, INT);
              statements.some(3);
            });
    statements.out().close();
  }

  private void conditioned(String label, List<String> jumps, String counter) {
    bound(counter);
    statements.block(label + ": while (" + counter + "++ < 3 && " + condition() + ")", jumps);
  }

  private void endless(String label, List<String> jumps, String counter) {
    bound(counter);
    statements.out().open(label + ": for (;;)");
    statements
        .scope()
        .block(
            jumps,
            () -> {
              statements.out().line("if (" + counter + "++ > 1) break;");
              statements.some(3);
            });
    statements.out().close();
  }

  private void each(String head, List<String> jumps, String variable, ValueType type) {
    statements.out().open(head);
    statements
        .scope()
        .block(
            jumps,
            () -> {
              statements.scope().declare(variable, type);
              statements.some(3);
            });
    statements.out().close();
  }
}
