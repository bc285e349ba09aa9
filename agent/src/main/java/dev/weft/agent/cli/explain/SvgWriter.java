package dev.weft.agent.cli.explain;

import java.util.List;
import java.util.Locale;

/** Writes the few shapes that a flow chart is made of. */
final class SvgWriter {
  private static final String STYLE =
      """
      <style>
        text { font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 12px; fill: #222 }
        .title { font-size: 15px; font-weight: bold }
        .state { font-weight: bold }
        .foot { fill: #555 }
        .block { fill: #fff; stroke: #999 }
        .yield { fill: #ffe9a8; stroke: #b8860b }
        .call { fill: #d9ecff; stroke: #3b78b5 }
        .flow, .back, .thrown { fill: none; stroke-width: 1.4; stroke: #555 }
        .back { stroke: #2a7f3f }
        .thrown { stroke: #c0392b; stroke-dasharray: 5 4 }
      </style>
      """;

  private final StringBuilder body = new StringBuilder();

  /** A box by its upper left corner. */
  void box(double x, double y, double width, double height, String kind) {
    line(
        "<rect class='%s' x='%s' y='%s' width='%s' height='%s' rx='4'/>",
        kind, number(x), number(y), number(width), number(height));
  }

  /** Text whose baseline begins there. */
  void text(double x, double y, String kind, String text) {
    line(
        "<text class='%s' x='%s' y='%s' xml:space='preserve'>%s</text>",
        kind, number(x), number(y), escaped(text));
  }

  /** A curve through points, which leaves and reaches each of them upright, with an arrow. */
  void curve(List<LayeredLayout.Point> points, String kind) {
    LayeredLayout.Point from = points.get(0);
    StringBuilder path = new StringBuilder("M" + number(from.x()) + "," + number(from.y()));
    for (LayeredLayout.Point to : points.subList(1, points.size())) {
      String middle = number((from.y() + to.y()) / 2);
      path.append(" C").append(number(from.x())).append(',').append(middle);
      path.append(' ').append(number(to.x())).append(',').append(middle);
      path.append(' ').append(number(to.x())).append(',').append(number(to.y()));
      from = to;
    }
    path(path.toString(), kind);
  }

  /** A curve from the right side of a box to the same, a little higher. */
  void loop(double x, double y, String kind) {
    String right = number(x + 30);
    path(
        "M%s,%s C%s,%s %s,%s %s,%s"
            .formatted(
                number(x),
                number(y + 8),
                right,
                number(y + 20),
                right,
                number(y - 20),
                number(x),
                number(y - 8)),
        kind);
  }

  private void path(String path, String kind) {
    line("<path class='%1$s' d='%2$s' marker-end='url(#%1$s-end)'/>", kind, path);
  }

  /** The whole document. */
  String document(double width, double height) {
    return "<svg xmlns='http://www.w3.org/2000/svg' width='%1$s' height='%2$s' viewBox='0 0 %1$s %2$s'>\n"
            .formatted(number(width), number(height))
        + STYLE
        + "<defs>\n"
        + marker("flow", "#555")
        + marker("back", "#2a7f3f")
        + marker("thrown", "#c0392b")
        + "</defs>\n<rect width='100%' height='100%' fill='#fafafa'/>\n"
        + body
        + "</svg>\n";
  }

  private static String marker(String kind, String colour) {
    return ("<marker id='%s-end' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='8'"
            + " markerHeight='8' orient='auto'><path d='M0,0 L10,5 L0,10 z' fill='%s'/></marker>\n")
        .formatted(kind, colour);
  }

  private void line(String format, Object... values) {
    body.append(format.formatted(values)).append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
