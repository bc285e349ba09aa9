package dev.weft.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The source of a program, whose comments at the ends of lines name them.
 *
 * @param file the name of the file
 * @param lines its lines
 */
record Source(String file, List<String> lines) {
  /** The source of a class of these tests. */
  static Source of(Class<?> type) {
    Path file = Path.of("src", "test", "java").resolve(type.getName().replace('.', '/') + ".java");
    try {
      return new Source(file.getFileName().toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line with a comment, as stack traces have it: {@code Type.java:12}. */
  String line(String comment) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith(" // " + comment)) {
        return file + ":" + (i + 1);
      }
    }
    throw new IllegalArgumentException("no line of " + file + " ends with // " + comment);
  }
}
