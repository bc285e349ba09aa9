package dev.weft.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text under headings, for a terminal or for Markdown. The first column is text and stands
 * left; the others are numbers and stand right.
 */
public final class Table {
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /** Without rows yet. */
  public Table(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  /** Adds a row, a cell for each heading. */
  public Table row(List<String> cells) {
    if (cells.size() != headings.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells in a table of " + headings.size() + " columns: " + cells);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Aligned by spaces, with a rule below the headings. */
  public String text() {
    String rule =
        columns().mapToObj(c -> "-".repeat(width(c))).collect(Collectors.joining("  ")) + "\n";
    return textLine(headings)
        + rule
        + rows.stream().map(this::textLine).collect(Collectors.joining());
  }

  /** As a table of GitHub's Markdown. */
  public String markdown() {
    String rule =
        columns().mapToObj(c -> c == 0 ? "---" : "---:").collect(Collectors.joining(" | "));
    return markdownLine(headings)
        + ("| " + rule + " |\n")
        + rows.stream().map(Table::markdownLine).collect(Collectors.joining());
  }

  private String textLine(List<String> cells) {
    return columns()
            .mapToObj(c -> padded(cells.get(c), width(c), c == 0))
            .collect(Collectors.joining("  "))
        + "\n";
  }

  private static String padded(String cell, int width, boolean left) {
    String padding = " ".repeat(width - cell.length());
    return left ? cell + padding : padding + cell;
  }

  private static String markdownLine(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(headings.get(column).length()),
            rows.stream().mapToInt(row -> row.get(column).length()))
        .max()
        .orElseThrow();
  }

  private IntStream columns() {
    return IntStream.range(0, headings.size());
  }
}
