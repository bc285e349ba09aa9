package dev.weft.fuzz;

import java.util.List;
import java.util.Locale;

/** The types of variables in random Java source. */
enum ValueType {
  INT("int", "0", "1", "-1", "7", "100000", "Integer.MIN_VALUE", "Integer.MAX_VALUE"),
  STRING("String", "\"a\"", "\"\"", "\"text\"", "(String) null", "\"\\u00e4\\uffff\""),
  OBJECT("Object", "(Object) \"o\"", "(Object) null", "(Object) 5", "(Object) 'c'", "(Object) 2L"),
  LONG("long", "0L", "1L", "-2L", "5000000000L", "Long.MIN_VALUE", "Long.MAX_VALUE"),
  BOOLEAN("boolean", "true", "false"),
  DOUBLE(
      "double", "0d", "1d", "-0d", "2.5", "Double.NaN", "1 / 0d", "Double.longBitsToDouble(-9L)"),
  BYTE("byte", "(byte) 0", "(byte) 1", "(byte) -1", "(byte) 200"),
  CHAR("char", "'a'", "'\\uffff'", "(char) 0"),
  SHORT("short", "(short) 0", "(short) -1", "(short) 40000"),
  FLOAT("float", "0f", "1f", "-0f", "0.1f", "Float.NaN", "Float.intBitsToFloat(0x7fc12345)"),
  INTEGER("Integer", "(Integer) 3", "(Integer) 300", "(Integer) null"),
  INTS("int[]", "new int[] {1, 2, 3, 4}", "new int[4]", "(int[]) null"),
  BYTES("byte[]", "new byte[] {1, -1, 3, 4}", "new byte[4]"),
  LONGS("long[]", "new long[] {1, 2, 3, 4}", "new long[4]"),
  OBJECTS("Object[]", "new Object[4]", "new Object[] {null, 1, \"x\", 'y'}", "new String[4]"),
  MATRIX("double[][]", "new double[4][4]"),
  POINT("Scene.Point", "new Scene.Point()", "new Scene.Wide(1)", "(Scene.Point) null"),
  SHAPE("Scene.Shape", "(Scene.Shape) new Scene.Square(2)", "(Scene.Shape) new Scene.Point(1, 2)");

  static final List<ValueType> NUMBERS = List.of(INT, LONG, DOUBLE, BYTE, CHAR, SHORT, FLOAT);
  static final List<ValueType> PLAIN =
      List.of(INT, STRING, LONG, BOOLEAN, DOUBLE, BYTE, CHAR, SHORT, FLOAT, INTEGER);

  private final String source;
  private final String[] literals;

  ValueType(String source, String... literals) {
    this.source = source;
    this.literals = literals;
  }

  /** As it is written in a program. */
  String source() {
    return source;
  }

  String literal(Choices choices) {
    return choices.oneOf(literals);
  }

  boolean isNumber() {
    return NUMBERS.contains(this);
  }

  /** A beginning for the names of variables. */
  String stem() {
    return name().toLowerCase(Locale.ROOT);
  }
}
