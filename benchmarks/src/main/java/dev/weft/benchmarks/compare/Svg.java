package dev.weft.benchmarks.compare;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the few shapes a chart is made of. */
public final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  /** Empty, of this size in pixels. */
  public Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A rectangle by its upper left corner and its size. */
  public void rectangle(double x, double y, double w, double h, String attributes) {
    line(
        "<rect x='%s' y='%s' width='%s' height='%s' %s/>"
            .formatted(number(x), number(y), number(w), number(h), attributes));
  }

  /** A line that goes up and down. */
  public void vertical(double x, double fromY, double toY, String attributes) {
    line(
        "<line x1='%1$s' y1='%2$s' x2='%1$s' y2='%3$s' %4$s/>"
            .formatted(number(x), number(fromY), number(toY), attributes));
  }

  /** A line that goes from left to right. */
  public void horizontal(double y, double fromX, double toX, String attributes) {
    line(
        "<line x1='%2$s' y1='%1$s' x2='%3$s' y2='%1$s' %4$s/>"
            .formatted(number(y), number(fromX), number(toX), attributes));
  }

  /** A dot by its centre. */
  public void dot(double x, double y, double radius, String attributes) {
    line(
        "<circle cx='%s' cy='%s' r='%s' %s/>"
            .formatted(number(x), number(y), number(radius), attributes));
  }

  /** A line through points: the horizontal places first, then as many vertical ones. */
  public void path(double[] xs, double[] ys, String attributes) {
    String points =
        IntStream.range(0, xs.length)
            .mapToObj(i -> number(xs[i]) + "," + number(ys[i]))
            .collect(Collectors.joining(" "));
    line("<polyline fill='none' points='%s' %s/>".formatted(points, attributes));
  }

  /** Text whose baseline begins there, unless the attributes anchor it otherwise. */
  public void text(double x, double y, String text, String attributes) {
    line(
        "<text x='%s' y='%s' %s>%s</text>"
            .formatted(number(x), number(y), attributes, escaped(text)));
  }

  /** The whole document; the title is what a screen reader reads. */
  public String document(String title, String style) {
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
