package dev.weft.benchmarks.compare;

import java.math.BigDecimal;
import java.util.List;

/**
 * The report as a picture: a bar for each contestant on a logarithmic scale, the families apart by
 * colour, the numbers at the ends of the bars.
 */
final class BarChart {
  private static final int WIDTH = 960;
  private static final int MARGIN = 28;
  private static final int BARS_LEFT = 330;
  private static final int BARS_WIDTH = 520;
  private static final int TOP = 112;
  private static final int ROW = 30;
  private static final int BAR = 20;
  private static final int GAP = 12;
  private static final int FOOT = 76;

  /** Opaque, so that it reads the same on a light and on a dark page. */
  private static final String STYLE =
      """
      text{font-family:-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;fill:#24292f}\
      .title{font-size:24px;font-weight:600}.small{font-size:13px;fill:#57606a}\
      .label{font-size:14px}.value{font-size:14px;font-weight:600}\
      """;

  private final Report report;
  private final LogScale scale;
  private final Svg svg;
  private final int bottom;

  private BarChart(Report report) {
    this.report = report;
    double[] values = report.results().stream().mapToDouble(Result::nanosPerSwitch).toArray();
    scale = new LogScale(BARS_WIDTH, values);
    bottom = TOP + values.length * ROW + (report.groups().size() - 1) * GAP;
    svg = new Svg(WIDTH, bottom + FOOT);
  }

  static String of(Report report) {
    return new BarChart(report).draw();
  }

  private String draw() {
    background();
    grid();
    bars();
    foot();
    return svg.document("What a switch costs, in nanoseconds", STYLE);
  }

  private void background() {
    svg.rectangle(
        0.5, 0.5, WIDTH - 1, bottom + FOOT - 1, "rx='10' fill='#ffffff' stroke='#d0d7de'");
    svg.text(MARGIN, 42, "What a switch costs", "class='title'");
    svg.text(
        MARGIN,
        66,
        "A value handed over, there and back. Shorter is faster. Logarithmic: every line is ten"
            + " times the one before.",
        "class='small'");
  }

  private void grid() {
    for (double decade : scale.decades()) {
      double x = BARS_LEFT + scale.position(decade);
      svg.vertical(x, TOP - 8, bottom, "stroke='#d8dee4'");
      svg.text(x, TOP - 14, duration(decade), "class='small' text-anchor='middle'");
    }
  }

  private void bars() {
    double y = TOP;
    for (List<Result> group : report.groups()) {
      for (Result result : group) {
        bar(result, y);
        y += ROW;
      }
      y += GAP;
    }
  }

  private void bar(Result result, double y) {
    double length = scale.position(result.nanosPerSwitch());
    double baseline = y + BAR - 5;
    svg.text(
        BARS_LEFT - 12,
        baseline,
        result.contestant().fullLabel(),
        "class='label' text-anchor='end'");
    svg.rectangle(BARS_LEFT, y, length, BAR, "rx='3' fill='" + colour(result.family()) + "'");
    svg.text(
        BARS_LEFT + length + 8,
        baseline,
        Figures.rounded(result.nanosPerSwitch()) + " ns",
        // A white edge keeps the grid from running through the digits.
        "class='value' stroke='#ffffff' stroke-width='4' paint-order='stroke'");
  }

  private void foot() {
    svg.text(
        MARGIN,
        bottom + 32,
        "Each on one processor." + report.spinning().map(BarChart::spinning).orElse(""),
        "class='small'");
    svg.text(MARGIN, bottom + 54, report.setting().describe(), "class='small'");
  }

  private static String spinning(Timing timing) {
    return " With one each, an Exchanger spins, and hands over in "
        + Figures.rounded(timing.median())
        + " ns without switching threads.";
  }

  private static String colour(Family family) {
    return switch (family) {
      case COROUTINE -> "#1f883d";
      case PEER -> "#bc4c00";
      case CONTINUATION -> "#8250df";
      case VIRTUAL_THREAD -> "#0969da";
      case PLATFORM_THREAD -> "#8c959f";
    };
  }

  /** A power of ten in the unit that needs no zeros: {@code 10 ns}, {@code 1 µs}. */
  static String duration(double nanos) {
    String[] units = {"ns", "µs", "ms", "s"};
    int unit = 0;
    double value = nanos;
    while (value >= 1_000 && unit < units.length - 1) {
      value /= 1_000;
      unit++;
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + units[unit];
  }
}
