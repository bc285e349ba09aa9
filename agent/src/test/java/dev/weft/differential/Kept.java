package dev.weft.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A script that once differed, with its program, as a file of three parts: the script, the program
 * in Python and in Java.
 */
record Kept(Twin twin, Shape shape, List<String> script) {
  /** What the functions and the class in it are named after. */
  static final String NAME = "Kept";

  private static final String PYTHON = "=== Python\n";
  private static final String JAVA = "=== Java ";

  /** Reads a file. */
  static Kept read(Path file) {
    try {
      String text = Files.readString(file);
      int python = text.indexOf(PYTHON);
      int java = text.indexOf(JAVA);
      int code = text.indexOf('\n', java) + 1;
      Shape shape = Shape.valueOf(text.substring(java + JAVA.length(), code).strip());
      Twin twin =
          new Twin(
              NAME,
              text.substring(python + PYTHON.length(), java),
              Map.of(shape, text.substring(code)));
      return new Kept(twin, shape, text.substring(0, python).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in the file. */
  String text() {
    return String.join("\n", script)
        + "\n"
        + PYTHON
        + twin.python()
        + JAVA
        + shape
        + "\n"
        + twin.java().get(shape);
  }

  /** Writes a file. */
  Path write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To be compared again. */
  Trial trial() {
    return new Trial(twin, List.of(script));
  }
}
