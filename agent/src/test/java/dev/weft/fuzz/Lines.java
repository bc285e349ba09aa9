package dev.weft.fuzz;

/** Lines of source, indented by their braces. */
final class Lines {
  private final StringBuilder text = new StringBuilder();
  private int indent;

  void line(String line) {
    text.append("  ".repeat(indent)).append(line).append('\n');
  }

  void open(String head) {
    line((head + " {").strip());
    indent++;
  }

  void close() {
    close("");
  }

  void close(String tail) {
    indent--;
    line("}" + tail);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
