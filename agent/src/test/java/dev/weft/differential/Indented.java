package dev.weft.differential;

/** Lines of source, indented by blocks. */
final class Indented {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  void line(String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  /** A line, and what is indented below it. */
  void block(String head, Runnable body) {
    line(head);
    depth++;
    body.run();
    depth--;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
