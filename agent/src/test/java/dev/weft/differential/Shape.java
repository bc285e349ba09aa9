package dev.weft.differential;

/** The ways in which a generator function can be written in Java. */
enum Shape {
  /** A generator method. */
  METHOD,

  /** A lambda given to {@code Generator.of}. */
  LAMBDA {
    @Override
    String head(String name) {
      return TYPE + name + "(World w) { return Generator.of(out -> {";
    }

    @Override
    String tail() {
      return "}); }";
    }

    @Override
    String yielding(String value) {
      return "out.yield(" + value + ")";
    }

    @Override
    String delegating(String source) {
      return "out.yieldFrom(" + source + ")";
    }

    @Override
    String returning(String value) {
      return "return " + value + ";";
    }
  },

  /** A generator method whose yields are some calls away. */
  DEEP {
    @Override
    String yielding(String value) {
      return "Calls.yield(" + value + ", 2)";
    }

    @Override
    String delegating(String source) {
      return "Calls.yieldFrom(" + source + ", 1)";
    }
  };

  private static final String TYPE = "static Generator<Object, Object, Object> ";

  /** What a function begins with. */
  String head(String name) {
    return "@Coroutine " + TYPE + name + "(World w) throws Exception {";
  }

  /** What it ends with. */
  String tail() {
    return "}";
  }

  /** An expression that yields a value. */
  String yielding(String value) {
    return "Coroutines.yield(" + value + ")";
  }

  /** An expression that delegates. */
  String delegating(String source) {
    return "Coroutines.yieldFrom(" + source + ")";
  }

  /** A statement that returns a value. */
  String returning(String value) {
    return "return Coroutines.done(" + value + ");";
  }
}
