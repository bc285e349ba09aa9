package dev.weft.agent.cli.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Lays a directed graph out in layers (Sugiyama, Tagawa and Toda 1981).
 *
 * <ol>
 *   <li>Edges that lead back are turned round ({@link Layers}).
 *   <li>A node's layer is the longest path to it; an edge that passes a layer gets a bend there.
 *   <li>Within layers, nodes are sorted by where their neighbours are, back and forth.
 *   <li>Nodes are moved towards their neighbours, as far as their order and the gaps allow.
 * </ol>
 */
final class LayeredLayout {
  private static final int SWEEPS = 12;
  private static final double GAP = 28;
  private static final double LAYER_GAP = 44;

  /** Long edges are to be straight, rather than nodes in the middle of their neighbours. */
  private static final double BEND_WEIGHT = 4;

  /** A place in the picture. */
  record Point(double x, double y) {}

  private final Layers layers;
  private final List<List<LayoutItem>> rows = new ArrayList<>();
  private final List<LayoutItem> nodes = new ArrayList<>();
  private final Map<FlowGraph.Edge, List<LayoutItem>> bends = new LinkedHashMap<>();
  private final double[] tops;

  /**
   * Lays out.
   *
   * @param widths the widths of the nodes
   * @param heights their heights
   * @param edges the edges; the first node is the root
   */
  LayeredLayout(double[] widths, double[] heights, Iterable<FlowGraph.Edge> edges) {
    this.layers = new Layers(widths.length, edges);
    for (int i = 0; i < widths.length; i++) {
      nodes.add(add(new LayoutItem(i, layers.of(i), widths[i], heights[i])));
    }
    for (FlowGraph.Edge edge : edges) {
      if (edge.from() != edge.to()) {
        bends.put(edge, connect(nodes.get(upper(edge)), nodes.get(lower(edge))));
      }
    }
    sort();
    place();
    this.tops = tops();
  }

  private LayoutItem add(LayoutItem item) {
    while (rows.size() <= item.layer) {
      rows.add(new ArrayList<>());
    }
    item.position = rows.get(item.layer).size();
    rows.get(item.layer).add(item);
    return item;
  }

  private List<LayoutItem> connect(LayoutItem upper, LayoutItem lower) {
    List<LayoutItem> added = new ArrayList<>();
    LayoutItem last = upper;
    for (int layer = upper.layer + 1; layer < lower.layer; layer++) {
      LayoutItem bend = add(LayoutItem.bend(layer));
      last.connect(bend);
      added.add(bend);
      last = bend;
    }
    last.connect(lower);
    return added;
  }

  // === Order ===

  private void sort() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        sort(row(i, down), down);
      }
    }
  }

  private List<LayoutItem> row(int index, boolean down) {
    return rows.get(down ? index : rows.size() - 1 - index);
  }

  private static void sort(List<LayoutItem> row, boolean down) {
    Map<LayoutItem, Double> wanted = new LinkedHashMap<>();
    row.forEach(item -> wanted.put(item, item.wantedPosition(down)));
    row.sort(Comparator.comparing(wanted::get));
    for (int i = 0; i < row.size(); i++) {
      row.get(i).position = i;
    }
  }

  // === Places ===

  private void place() {
    rows.forEach(row -> place(row, item -> 0));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        place(row(i, down), item -> item.wantedCentre(down));
      }
    }
    double left = items().mapToDouble(LayoutItem::left).min().orElse(0);
    items().forEach(item -> item.centre -= left);
  }

  private Stream<LayoutItem> items() {
    return rows.stream().flatMap(List::stream);
  }

  /** As close to where they want to be as gaps allow. */
  private static void place(List<LayoutItem> row, ToDoubleFunction<LayoutItem> wanted) {
    double[] offsets = new double[row.size()];
    AscendingFit fit = new AscendingFit();
    for (int i = 0; i < row.size(); i++) {
      LayoutItem item = row.get(i);
      if (i > 0) {
        offsets[i] = offsets[i - 1] + (row.get(i - 1).width + item.width) / 2 + GAP;
      }
      fit.add(wanted.applyAsDouble(item) - offsets[i], item.isBend() ? BEND_WEIGHT : 1);
    }
    double[] fitted = fit.values();
    for (int i = 0; i < row.size(); i++) {
      row.get(i).centre = fitted[i] + offsets[i];
    }
  }

  private double[] tops() {
    double[] all = new double[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      all[i + 1] = all[i] + heightOf(i) + LAYER_GAP;
    }
    return all;
  }

  private double heightOf(int layer) {
    return rows.get(layer).stream().mapToDouble(item -> item.height).max().orElse(0);
  }

  // === What has become of it ===

  /** Whether an edge leads back, and so upward. */
  boolean isBack(FlowGraph.Edge edge) {
    return layers.isBack(edge);
  }

  /** The node at the upper end of an edge. */
  int upper(FlowGraph.Edge edge) {
    return isBack(edge) ? edge.to() : edge.from();
  }

  /** The node at the lower end of an edge. */
  int lower(FlowGraph.Edge edge) {
    return isBack(edge) ? edge.from() : edge.to();
  }

  /** The width of the picture. */
  double width() {
    return items().mapToDouble(LayoutItem::right).max().orElse(0);
  }

  /** The height of the picture. */
  double height() {
    return tops[rows.size()] - LAYER_GAP;
  }

  /** The middle of the upper side of a node. */
  Point top(int node) {
    LayoutItem item = nodes.get(node);
    return new Point(item.centre, tops[item.layer]);
  }

  /** Where an edge enters and leaves the layers that it passes, from the upper to the lower. */
  List<Point> bends(FlowGraph.Edge edge) {
    List<Point> points = new ArrayList<>();
    for (LayoutItem bend : bends.getOrDefault(edge, List.of())) {
      points.add(new Point(bend.centre, tops[bend.layer]));
      points.add(new Point(bend.centre, tops[bend.layer] + heightOf(bend.layer)));
    }
    return points;
  }
}
