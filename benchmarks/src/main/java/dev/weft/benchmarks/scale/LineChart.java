package dev.weft.benchmarks.scale;

import dev.weft.benchmarks.compare.LogScale;
import dev.weft.benchmarks.compare.Svg;
import java.math.BigDecimal;
import java.util.List;

/** The panels side by side, on one vertical axis; all axes are logarithmic. */
final class LineChart {
  private static final int WIDTH = 1160;
  private static final int HEIGHT = 500;
  private static final int MARGIN = 28;
  private static final int LEFT = 76;
  private static final int TOP = 130;
  private static final int BOTTOM = 370;
  private static final int PANEL = 320;
  private static final int GAP = 44;

  /** Opaque, so that it reads the same on a light and on a dark page. */
  private static final String STYLE =
      """
      text{font-family:-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;fill:#24292f}\
      .title{font-size:24px;font-weight:600}.small{font-size:13px;fill:#57606a}\
      .head{font-size:15px;font-weight:600}.label{font-size:13px}\
      """;

  private static final String GRID = "stroke='#d8dee4'";

  private final List<Panel> panels;
  private final LogScale nanos;
  private final Svg svg = new Svg(WIDTH, HEIGHT);

  private LineChart(List<Panel> panels) {
    this.panels = panels;
    nanos =
        LogScale.forPoints(
            BOTTOM - TOP,
            panels.stream()
                .flatMap(panel -> panel.lines().stream())
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::nanos)
                .toArray());
  }

  static String of(List<Panel> panels, String foot) {
    return new LineChart(panels).draw(foot);
  }

  private String draw(String foot) {
    svg.rectangle(0.5, 0.5, WIDTH - 1, HEIGHT - 1, "rx='10' fill='#ffffff' stroke='#d0d7de'");
    svg.text(MARGIN, 42, "How the cost of a switch grows", "class='title'");
    svg.text(
        MARGIN,
        66,
        "Nanoseconds of processor time per switch. Lower is faster. Both axes are logarithmic.",
        "class='small'");
    for (double decade : nanos.decades()) {
      svg.text(
          LEFT - 10, height(decade) + 4, plain(decade) + " ns", "class='small' text-anchor='end'");
    }
    for (int i = 0; i < panels.size(); i++) {
      draw(panels.get(i), LEFT + i * (PANEL + GAP));
    }
    svg.text(MARGIN, HEIGHT - 22, foot, "class='small'");
    return svg.document("How the cost of a switch grows, in nanoseconds", STYLE);
  }

  private void draw(Panel panel, double left) {
    double[] sizes = panel.sizes().stream().mapToDouble(Integer::doubleValue).toArray();
    LogScale across = LogScale.forPoints(PANEL, sizes);
    svg.text(left, TOP - 22, panel.title(), "class='head'");
    for (double decade : nanos.decades()) {
      svg.horizontal(height(decade), left, left + PANEL, GRID);
    }
    for (double decade : across.decades()) {
      double x = left + across.position(decade);
      svg.vertical(x, TOP, BOTTOM, GRID);
      svg.text(x, BOTTOM + 20, plain(decade), "class='small' text-anchor='middle'");
    }
    panel.lines().forEach(line -> draw(line, left, across));
    legend(panel, left);
  }

  private void draw(Line line, double left, LogScale across) {
    double[] xs =
        line.points().stream().mapToDouble(p -> left + across.position(p.size())).toArray();
    double[] ys = line.points().stream().mapToDouble(p -> height(p.nanos())).toArray();
    svg.path(xs, ys, "stroke='" + line.colour() + "' stroke-width='2.5'");
    for (int i = 0; i < xs.length; i++) {
      svg.dot(xs[i], ys[i], 4, "fill='" + line.colour() + "'");
    }
  }

  /** Two columns below the axis. */
  private void legend(Panel panel, double left) {
    for (int i = 0; i < panel.lines().size(); i++) {
      double x = left + (i % 2) * PANEL / 2.0;
      double y = BOTTOM + 46 + 20 * (i / 2);
      svg.dot(x + 5, y - 4, 5, "fill='" + panel.lines().get(i).colour() + "'");
      svg.text(x + 16, y, panel.lines().get(i).label(), "class='label'");
    }
  }

  private double height(double value) {
    return BOTTOM - nanos.position(value);
  }

  /** A power of ten: {@code 0.1}, {@code 100}, {@code 10k}, {@code 1M}. */
  static String plain(double decade) {
    if (decade >= 1_000_000) {
      return BigDecimal.valueOf(decade / 1_000_000).stripTrailingZeros().toPlainString() + "M";
    }
    if (decade >= 10_000) {
      return BigDecimal.valueOf(decade / 1_000).stripTrailingZeros().toPlainString() + "k";
    }
    return BigDecimal.valueOf(decade).stripTrailingZeros().toPlainString();
  }
}
