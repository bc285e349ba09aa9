package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.List;

/**
 * Coroutines make a pipeline that is pushed: every stage waits for a line and sends it on.
 *
 * <p>Prints the lines of a log that pass the filter, and then, as the pipeline is closed, what the
 * {@code finally} block of each stage prints, from the source to the sink.
 */
public final class E07Pipeline {
  private static final List<String> LOG =
      List.of(
          "10:01 GET /index.html 200",
          "10:02 GET /missing.html 404",
          "10:03 GET /style.css 200",
          "10:04 GET /lost.png 404");

  private E07Pipeline() {}

  /** Follows a log through the pipeline {@code follow | grep 404 | printer}. */
  public static void main(String[] args) {
    try (Generator<Void, String, Void> pipeline = started(grep("404", started(printer())))) {
      follow(LOG, pipeline);
    }
  }

  /** The source: plain code that pushes. */
  private static void follow(Iterable<String> log, Generator<Void, String, Void> target) {
    for (String line : log) {
      target.send(line);
    }
  }

  /** The filter: sends on the lines that contain the text. */
  @Coroutine
  static Generator<Void, String, Void> grep(String text, Generator<Void, String, Void> target) {
    try {
      while (true) {
        String line = Coroutines.yield();
        if (line.contains(text)) {
          target.send(line);
        }
      }
    } finally {
      System.out.println("grep closed");
      target.close();
    }
  }

  /** The sink: prints what reaches it. */
  @Coroutine
  static Generator<Void, String, Void> printer() {
    int lines = 0;
    try {
      while (true) {
        String line = Coroutines.yield();
        System.out.println(line);
        lines++;
      }
    } finally {
      System.out.println("printer closed after " + lines + " lines");
    }
  }

  /** Runs a stage to its first yield: nothing can be sent to it before. */
  private static <S> Generator<Void, S, Void> started(Generator<Void, S, Void> stage) {
    stage.next();
    return stage;
  }
}
