package dev.weft.fuzz;

import static dev.weft.fuzz.ValueType.BOOLEAN;
import static dev.weft.fuzz.ValueType.BYTE;
import static dev.weft.fuzz.ValueType.BYTES;
import static dev.weft.fuzz.ValueType.CHAR;
import static dev.weft.fuzz.ValueType.DOUBLE;
import static dev.weft.fuzz.ValueType.FLOAT;
import static dev.weft.fuzz.ValueType.INT;
import static dev.weft.fuzz.ValueType.INTEGER;
import static dev.weft.fuzz.ValueType.INTS;
import static dev.weft.fuzz.ValueType.LONG;
import static dev.weft.fuzz.ValueType.LONGS;
import static dev.weft.fuzz.ValueType.MATRIX;
import static dev.weft.fuzz.ValueType.OBJECT;
import static dev.weft.fuzz.ValueType.OBJECTS;
import static dev.weft.fuzz.ValueType.POINT;
import static dev.weft.fuzz.ValueType.STRING;

import java.util.function.Supplier;

/** The expressions that are peculiar to their type. */
final class Operators {
  private final Expressions expressions;

  Operators(Expressions expressions) {
    this.expressions = expressions;
  }

  String of(ValueType type) {
    return switch (type) {
      case INT -> ints();
      case STRING -> strings();
      case OBJECT -> objects();
      case LONG -> longs();
      case BOOLEAN -> booleans();
      case DOUBLE -> doubles();
      case BYTE -> bytes();
      case CHAR, SHORT, FLOAT -> cast(type);
      case INTEGER ->
          oneOf(() -> "Integer.valueOf(" + e(INT) + ")", () -> "((Integer) (" + e(INT) + "))");
      case INTS -> initialised("new int[] {", INT);
      case BYTES -> initialised("new byte[] {", BYTE);
      case LONGS -> initialised("new long[] {", LONG);
      case OBJECTS -> plainObjects();
      case MATRIX -> matrix();
      case POINT -> points();
      case SHAPE ->
          oneOf(
              () -> "((Scene.Shape) " + expressions.point() + ")",
              () -> "((Scene.Shape) new Scene.Square(" + e(INT) + "))",
              () ->
                  "((Scene.Shape) ("
                      + e(BOOLEAN)
                      + " ? "
                      + expressions.point()
                      + " : new Scene.Square("
                      + e(INT)
                      + ")))");
    };
  }

  private String e(ValueType type) {
    return expressions.of(type);
  }

  @SafeVarargs
  private String oneOf(Supplier<String>... makers) {
    return makers[expressions.choices().below(makers.length)].get();
  }

  private String number() {
    return "(" + e(expressions.choices().oneOf(ValueType.NUMBERS)) + ")";
  }

  private String cast(ValueType type) {
    return "((" + type.source() + ") " + number() + ")";
  }

  private String binary(ValueType type, String... operators) {
    return "(" + e(type) + " " + expressions.choices().oneOf(operators) + " " + e(type) + ")";
  }

  private String index() {
    return "[" + e(INT) + " & 3]";
  }

  private String ints() {
    return oneOf(
        () -> binary(INT, "+", "-", "*", "&", "|", "^", "<<", ">>>", "/"),
        () -> cast(INT),
        () -> "(" + e(INTS) + ")" + index(),
        () -> "((" + e(INTS) + ")" + index() + " += " + e(INT) + ")",
        () -> "(" + e(INTS) + ")" + index() + "++",
        () -> "(Scene.ints += " + e(INT) + ")",
        () -> "((" + e(POINT) + ").i = " + e(INT) + ")",
        () -> "(" + e(LONGS) + ").length",
        () -> "(" + e(STRING) + ").length()",
        () -> "((int) (" + e(INTEGER) + "))",
        () -> mayCall() ? expressions.sceneCall() : "(- " + e(INT) + ")");
  }

  private boolean mayCall() {
    return expressions.scope().maySuspend();
  }

  private String longs() {
    return oneOf(
        () -> binary(LONG, "+", "-", "*", "&", "|", "^", "%"),
        () -> "(" + e(LONG) + " >> " + e(INT) + ")",
        () -> cast(LONG),
        () -> "((" + e(LONGS) + ")" + index() + " += " + e(LONG) + ")",
        () -> "--(" + e(LONGS) + ")" + index(),
        () -> "((" + e(POINT) + ").l += " + e(LONG) + ")",
        () -> mayCall() ? "(" + e(POINT) + ").twice(" + e(LONG) + ")" : "(~" + e(LONG) + ")");
  }

  private String doubles() {
    return oneOf(
        () -> binary(DOUBLE, "+", "-", "*", "/", "%"),
        () -> cast(DOUBLE),
        () -> "(" + e(MATRIX) + ")" + index() + index(),
        () -> "((" + e(MATRIX) + ")" + index() + index() + " -= " + e(DOUBLE) + ")",
        () -> "((" + e(POINT) + ").d *= " + e(DOUBLE) + ")");
  }

  private String bytes() {
    return oneOf(
        () -> cast(BYTE),
        () -> "(" + e(BYTES) + ")" + index(),
        () -> "((" + e(BYTES) + ")" + index() + " += " + e(INT) + ")",
        () -> "(" + e(POINT) + ").b++");
  }

  private String booleans() {
    return oneOf(
        () ->
            "("
                + number()
                + expressions.choices().oneOf(" < ", " <= ", " == ", " != ")
                + number()
                + ")",
        () -> binary(BOOLEAN, "&&", "||", "^", "&", "|"),
        () -> "(!" + e(BOOLEAN) + ")",
        () -> "((" + e(OBJECT) + ") instanceof String)",
        () -> "((Object) (" + e(STRING) + ") == " + e(OBJECT) + ")",
        () -> "((" + e(STRING) + ") == null)");
  }

  private String strings() {
    return oneOf(
        () -> "Scene.cut(" + e(STRING) + " + " + plain() + " + " + plain() + ")",
        () -> "Scene.text(" + expressions.any() + ")",
        () ->
            "Scene.cut(new StringBuilder("
                + e(INT)
                + " & 7).append("
                + plain()
                + ").append("
                + plain()
                + ").toString())",
        () -> "new String(new char[] {" + e(CHAR) + ", " + e(CHAR) + "})",
        () -> "String.valueOf(" + plain() + ")",
        () -> "Scene.cut(String.format(\"%s-%s\", " + plain() + ", " + plain() + "))");
  }

  private String plain() {
    return "(" + e(expressions.choices().oneOf(ValueType.PLAIN)) + ")";
  }

  private String objects() {
    return oneOf(
        expressions::object,
        () -> "((Object) (" + e(INTS) + "))",
        () -> "((Object) " + expressions.point() + ")",
        () -> "(" + e(OBJECTS) + ")" + index(),
        () -> "(Scene.objects = " + expressions.object() + ")",
        () -> "((" + e(POINT) + ").o = " + expressions.object() + ")",
        () ->
            "((Object) new Scene.Pair("
                + expressions.object()
                + ", "
                + expressions.object()
                + "))");
  }

  private String initialised(String start, ValueType element) {
    return "(" + start + String.join(", ", e(element), e(element), e(element), e(element)) + "})";
  }

  private String plainObjects() {
    return oneOf(
        () ->
            "(new Object[] {"
                + String.join(", ", plain(), expressions.object(), plain(), plain())
                + "})",
        () ->
            "((Object[]) new String[] {"
                + String.join(", ", e(STRING), e(STRING), e(STRING), e(STRING))
                + "})",
        () -> "new Object[4 + (" + e(INT) + " & 1)]");
  }

  private String matrix() {
    return oneOf(
        () -> "new double[4 + (" + e(INT) + " & 1)][4 + (" + e(INT) + " & 1)]",
        () ->
            "new double[][] {{"
                + e(DOUBLE)
                + "}, null, {"
                + e(DOUBLE)
                + ", "
                + e(FLOAT)
                + "}, {}}");
  }

  private String points() {
    return oneOf(
        expressions::point,
        () -> "((Scene.Point) (" + expressions.any() + "))",
        () ->
            mayCall()
                ? "("
                    + e(POINT)
                    + ").mixed("
                    + String.join(", ", e(BYTE), e(LONG), expressions.object(), e(FLOAT), e(DOUBLE))
                    + ")"
                : expressions.point());
  }
}
