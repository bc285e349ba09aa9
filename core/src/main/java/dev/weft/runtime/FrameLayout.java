package dev.weft.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a frame class says of itself, as weaving wrote it. The format, in which no separator can be
 * part of a name (JVMS 4.2.2):
 *
 * <pre>
 *   class/method/file                            (tracked: class/method/file/point,point,...)
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
 * @param cleanups the numbers of the points at which closing the generator runs code, such as a
 *     finally block; known of tracked frames only
 * @param points the resume points
 */
public record FrameLayout(
    String className,
    String method,
    @Nullable String file,
    Set<Integer> cleanups,
    List<Point> points) {
  /** Copies the collections. */
  public FrameLayout {
    cleanups = Set.copyOf(cleanups);
    points = List.copyOf(points);
  }

  /**
   * A resume point: where it is and what is known there.
   *
   * @param line the source line; -1 if it is not known
   * @param live the live variables
   * @param notLive the names of those that are in scope only
   */
  public record Point(int line, List<Variable> live, List<String> notLive) {}

  /**
   * A live variable.
   *
   * @param name its name
   * @param index its place in the values
   * @param kind the letter of its type
   */
  public record Variable(String name, int index, char kind) {}

  /**
   * Reads a description.
   *
   * @param text what {@link Frame#layout} gives
   * @return the same, taken apart
   */
  public static FrameLayout parse(String text) {
    List<String> lines = text.lines().toList();
    String[] head = lines.get(0).split("/", 4);
    String file = head[2].isEmpty() ? null : head[2];
    Set<Integer> cleanups = head.length < 4 ? Set.of() : numbers(head[3]);
    List<Point> points = lines.stream().skip(1).map(FrameLayout::point).toList();
    return new FrameLayout(head[0], head[1], file, cleanups, points);
  }

  private static Set<Integer> numbers(String text) {
    return Stream.of(text.split(","))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  /**
   * Where a point is, as a stack trace has it.
   *
   * @param number the number of the point
   * @return the place
   */
  public StackTraceElement element(int number) {
    return new StackTraceElement(className, method, file, points.get(number).line());
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
