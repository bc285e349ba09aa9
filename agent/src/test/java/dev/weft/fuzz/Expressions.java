package dev.weft.fuzz;

import static dev.weft.fuzz.ValueType.BOOLEAN;
import static dev.weft.fuzz.ValueType.DOUBLE;
import static dev.weft.fuzz.ValueType.INT;
import static dev.weft.fuzz.ValueType.LONG;
import static dev.weft.fuzz.ValueType.OBJECT;
import static dev.weft.fuzz.ValueType.POINT;
import static dev.weft.fuzz.ValueType.SHAPE;
import static dev.weft.fuzz.ValueType.STRING;

import dev.weft.fuzz.Scope.Variable;
import java.util.List;
import java.util.stream.Collectors;

/** Random Java expressions, as deep as the fuel lasts; many of their parts are steps. */
final class Expressions {
  private static final int DEEPEST = 5;

  private final Choices choices;
  private final Scope scope;
  private final Names names;
  private final Operators operators = new Operators(this);
  private int depth;

  Expressions(Choices choices, Scope scope, Names names) {
    this.choices = choices;
    this.scope = scope;
    this.names = names;
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

  /** Any expression of that type. */
  String of(ValueType type) {
    if (depth == DEEPEST || !names.hasFuel()) {
      return leaf(type);
    }
    depth++;
    String made =
        switch (choices.below(12)) {
          case 0, 1 -> leaf(type);
          case 2, 3, 4 -> step(type);
          case 5 -> conditional(type);
          case 6 -> assignment(type);
          case 7 -> call(type);
          case 8 -> switching(type);
          default -> operators.of(type);
        };
    depth--;
    return made;
  }

  /** A variable or a literal. */
  String leaf(ValueType type) {
    List<Variable> known = scope.variables(type, false);
    return known.isEmpty() || choices.chance(30)
        ? type.literal(choices)
        : choices.oneOf(known).name();
  }

  /** A step, where one may be. */
  String step(ValueType type) {
    return scope.maySuspend() ? "step(" + of(type) + ")" : of(type);
  }

  private String conditional(ValueType type) {
    String text = "(" + of(BOOLEAN) + " ? " + of(type) + " : " + of(type) + ")";
    return cast(type, text);
  }

  private String assignment(ValueType type) {
    List<Variable> known = scope.variables(type, true);
    if (known.isEmpty()) {
      return step(type);
    }
    String name = choices.oneOf(known).name();
    if (type.isNumber() && choices.chance(50)) {
      return choices.oneOf(name + "++", "--" + name, "(" + name + " += " + of(type) + ")");
    }
    return "(" + name + (type == STRING ? " += Scene.cut(" : " = (") + of(type) + "))";
  }

  /** A call of one of the program's own methods that may suspend. */
  private String call(ValueType type) {
    List<Function> suitable =
        names.functions().stream().filter(function -> function.result() == type).toList();
    if (suitable.isEmpty() || !scope.maySuspend()) {
      return operators.of(type);
    }
    return call(choices.oneOf(suitable));
  }

  String call(Function function) {
    String receiver = function.isStatic() ? "" : "new " + names.type() + "(" + of(INT) + ").";
    String arguments =
        function.parameters().stream().map(this::of).collect(Collectors.joining(", "));
    return receiver + function.name() + "(" + arguments + ")";
  }

  /** A switch expression: what its branches give is on top of what is on the stack already. */
  private String switching(ValueType type) {
    if (names.release() < 14) {
      return conditional(type);
    }
    StringBuilder text = new StringBuilder("(switch (" + of(INT) + " & 3) { ");
    scope.expression(() -> {
      text.append("case 0 -> ").append(of(type)).append("; ");
      boolean inTry = choices.chance(25);
      text.append("case 1 -> { ").append(inTry ? guarded(type) : yielded(type)).append("} ");
      text.append("case 2 -> { ").append(yielded(type)).append(" } ");
      text.append("default -> ").append(of(type)).append("; })");
    });
    return cast(type, text.toString());
  }

  /** A value out of the middle of a try statement. */
  private String guarded(ValueType type) {
    return "try { "
        + yielded(type)
        + " } catch (RuntimeException "
        + names.fresh("caught")
        + ") { "
        + yielded(type)
        + " } "
        + (choices.chance(50) ? "finally { " + discard() + " } " : "");
  }

  /** The cast tells it from a call of a method of that name. */
  private String yielded(ValueType type) {
    return "yield (" + type.source() + ") (" + of(type) + ");";
  }

  /** A statement of one expression. */
  String discard() {
    return scope.maySuspend()
        ? step(choices.oneOf(ValueType.values())) + ";"
        : "Scene.ints += " + of(INT) + ";";
  }

  /** Conditionals of several types of numbers have a type of their own. */
  private static String cast(ValueType type, String text) {
    return "((" + type.source() + ") " + text + ")";
  }

  /** Any object that can be shown. */
  String object() {
    return "((Object) (" + of(choices.oneOf(ValueType.PLAIN)) + "))";
  }

  /** A point, not null unless a variable is. */
  String point() {
    return switch (choices.below(4)) {
      case 0 -> of(POINT);
      case 1 -> "new Scene.Point(" + of(INT) + ", " + of(LONG) + ")";
      case 2 -> "new Scene.Wide(" + of(INT) + ")";
      default ->
          "new Scene.Point(" + String.join(", ", of(LONG), object(), of(DOUBLE), of(INT)) + ")";
    };
  }

  /** A call of a method of the scene that may suspend. */
  String sceneCall() {
    return choices.chance(50)
        ? "(" + of(SHAPE) + ").area(" + of(INT) + ")"
        : "(" + of(POINT) + ").area(" + of(INT) + ")";
  }

  /** An object of a type that is not known statically. */
  String any() {
    return choices.chance(50) ? of(OBJECT) : object();
  }
}
