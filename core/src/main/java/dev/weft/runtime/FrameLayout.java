package dev.weft.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a frame class says of itself, as weaving wrote it. The format, in which no separator can be
 * part of a name (JVMS 4.2.2):
 *
 * <pre>
 *   class/method/file
 *   line;name/index/kind;name/index/kind;name     (one such line for each resume point, from 0)
 * </pre>
 *
 * A name with an index is live, and its value is {@code values()[index]}, or null if the index is
 * -1; one without is in scope but not live. The kind is the first letter of the variable's
 * descriptor.
 *
 * @param className the binary name of the class
 * @param method the name of the method
 * @param file the source file, or null
 * @param points the resume points
 */
record FrameLayout(String className, String method, @Nullable String file, List<Point> points) {
  /** A resume point: where it is and what is known there. */
  record Point(int line, List<Variable> live, List<String> notLive) {}

  /** A live variable: its name, its place in the values, and the letter of its type. */
  record Variable(String name, int index, char kind) {}

  /** Reads a description. */
  static FrameLayout parse(String text) {
    List<String> lines = text.lines().toList();
    String[] head = lines.get(0).split("/", 3);
    String file = head[2].isEmpty() ? null : head[2];
    List<Point> points = lines.stream().skip(1).map(FrameLayout::point).toList();
    return new FrameLayout(head[0], head[1], file, points);
  }

  private static Point point(String line) {
    String[] parts = line.split(";");
    List<Variable> live = new ArrayList<>();
    List<String> notLive = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      String[] variable = parts[i].split("/");
      if (variable.length == 1) {
        notLive.add(variable[0]);
      } else {
        int index = Integer.parseInt(variable[1]);
        live.add(new Variable(variable[0], index, variable[2].charAt(0)));
      }
    }
    return new Point(Integer.parseInt(parts[0]), live, notLive);
  }

  /** The live variables of a point by name, given the frame's values. */
  static Map<String, @Nullable Object> locals(Point point, @Nullable Object[] values) {
    Map<String, @Nullable Object> locals = new LinkedHashMap<>();
    for (Variable variable : point.live()) {
      Object value = variable.index() < 0 ? null : values[variable.index()];
      locals.put(variable.name(), typed(value, variable.kind()));
    }
    return locals;
  }

  /** The JVM keeps small integral types as ints; gives the value the type of its variable. */
  private static @Nullable Object typed(@Nullable Object value, char kind) {
    if (!(value instanceof Integer number)) {
      return value;
    }
    return switch (kind) {
      case 'Z' -> number != 0;
      case 'B' -> number.byteValue();
      case 'S' -> number.shortValue();
      case 'C' -> (char) number.intValue();
      default -> number;
    };
  }
}
