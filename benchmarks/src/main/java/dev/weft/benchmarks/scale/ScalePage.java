package dev.weft.benchmarks.scale;

import dev.weft.benchmarks.compare.Figures;
import dev.weft.benchmarks.compare.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The panels as tables, and as a page of Markdown with the chart that lies beside it. */
final class ScalePage {
  private ScalePage() {}

  static String of(List<Panel> panels, String chartFile, String foot) {
    StringBuilder page = new StringBuilder("# How the cost of a switch grows\n\n");
    page.append(
        "![ns per switch](" + chartFile + ")\n\nNanoseconds of processor time per switch.\n");
    panels.forEach(panel -> page.append("\n").append(table(panel).markdown()));
    return page.append("\n" + foot + ".\n").toString();
  }

  /** A row for each size, a column for each line. */
  static Table table(Panel panel) {
    List<String> headings = new ArrayList<>(List.of(panel.title()));
    panel.lines().forEach(line -> headings.add(line.label()));
    Table table = new Table(headings);
    for (int i = 0; i < panel.sizes().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(String.format(Locale.ENGLISH, "%,d", panel.sizes().get(i)));
      for (Line line : panel.lines()) {
        row.add(Figures.rounded(line.points().get(i).nanos()));
      }
      table.row(row);
    }
    return table;
  }
}
