package dev.weft.benchmarks.compare;

import java.util.Locale;

/** Writes the few shapes a chart is made of. */
final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  void rectangle(double x, double y, double w, double h, String attributes) {
    line(
        "<rect x='%s' y='%s' width='%s' height='%s' %s/>"
            .formatted(number(x), number(y), number(w), number(h), attributes));
  }

  void vertical(double x, double fromY, double toY, String attributes) {
    line(
        "<line x1='%1$s' y1='%2$s' x2='%1$s' y2='%3$s' %4$s/>"
            .formatted(number(x), number(fromY), number(toY), attributes));
  }

  void text(double x, double y, String text, String attributes) {
    line(
        "<text x='%s' y='%s' %s>%s</text>"
            .formatted(number(x), number(y), attributes, escaped(text)));
  }

  /** The whole document; the title is what a screen reader reads. */
  String document(String title, String style) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$d" height="%2$d" \
        viewBox="0 0 %1$d %2$d">
        <title>%3$s</title>
        <style>%4$s</style>
        %5$s</svg>
        """,
        width,
        height,
        escaped(title),
        style,
        body);
  }

  private void line(String element) {
    body.append(element.replace('\'', '"')).append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
