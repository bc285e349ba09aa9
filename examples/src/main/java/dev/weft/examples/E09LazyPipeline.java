package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * Generators make a pipeline that is pulled: every stage asks the one before it for no more than it
 * needs.
 *
 * <p>Prints the first two errors of a log, between the lines that were read for them; the last line
 * is not. As the last stage ends it closes the one before it, and so on to the reader.
 */
public final class E09LazyPipeline {
  private static final String LOG =
      """
      10:01 GET /index.html 200
      10:02 GET /missing.html 404
      10:03 GET /style.css 200
      10:04 GET /lost.png 404
      10:05 GET /index.html 200
      """;

  private E09LazyPipeline() {}

  /** Pulls a log through the pipeline {@code lines | matching 404 | first 2}. */
  public static void main(String[] args) throws IOException {
    try (Generator<String, Void, Void> errors =
        first(2, matching("404", lines(new StringReader(LOG))))) {
      for (String line : errors) {
        System.out.println(line);
      }
    }
  }

  /** The source: reads a line when it is asked for one. */
  @Coroutine
  static Generator<String, Void, Void> lines(Reader source) throws IOException {
    try (BufferedReader reader = new BufferedReader(source)) {
      String line;
      while ((line = reader.readLine()) != null) {
        System.out.println("  read " + line);
        Coroutines.yield(line);
      }
    } finally {
      System.out.println("  closed");
    }
    return Coroutines.done();
  }

  /** A filter: lets through the lines that contain the text. */
  @Coroutine
  static Generator<String, Void, Void> matching(String text, Generator<String, Void, Void> source) {
    try (source) {
      for (String line : source) {
        if (line.contains(text)) {
          Coroutines.yield(line);
        }
      }
    }
    return Coroutines.done();
  }

  /** Ends after so many elements, and closes where they come from. */
  @Coroutine
  static <T> Generator<T, Void, Void> first(int count, Generator<T, Void, Void> source) {
    try (source) {
      for (int i = 0; i < count && source.hasNext(); i++) {
        Coroutines.yield(source.next());
      }
    }
    return Coroutines.done();
  }
}
