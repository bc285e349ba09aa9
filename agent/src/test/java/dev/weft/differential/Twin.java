package dev.weft.differential;

import java.util.EnumMap;
import java.util.Map;

/**
 * A program in both languages.
 *
 * @param name what its functions and classes are named after
 * @param python the functions {@code <name>_0} and so on
 * @param java the class {@code <name>_<shape>} for each shape
 */
record Twin(String name, String python, Map<Shape, String> java) {
  /** Writes a program. */
  static Twin of(Program program, String name) {
    Map<Shape, String> java = new EnumMap<>(Shape.class);
    for (Shape shape : Shape.values()) {
      java.put(shape, JavaText.of(program, name + "_" + shape, shape));
    }
    return new Twin(name, PythonText.of(program, name + "_"), java);
  }

  /** The class for a shape. */
  String type(Shape shape) {
    return name + "_" + shape;
  }

  /** The Python function that makes the generator driven by the script. */
  String root() {
    return name + "_0";
  }
}
