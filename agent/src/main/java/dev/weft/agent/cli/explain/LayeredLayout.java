package dev.weft.agent.cli.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private static final double BEND_WEIGHT = 4;

  /** A place in the picture. */
  record Point(double x, double y) {}

  /**
   * What is placed: a node, or the bend of an edge.
   *
   * @param node the index of the node; -1 for a bend
   * @param layer its layer, from the top
   * @param width its width
   * @param height its height
   */
  record Item(int node, int layer, double width, double height) {}

  private final Layers layers;
  private final List<List<Item>> rows = new ArrayList<>();
  private final Map<FlowGraph.Edge, List<Item>> chains = new LinkedHashMap<>();
  private final Map<Item, List<Item>> above = new java.util.IdentityHashMap<>();
  private final Map<Item, List<Item>> below = new java.util.IdentityHashMap<>();
  private final Map<Item, Double> centres = new java.util.IdentityHashMap<>();
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
    List<Item> nodes = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      nodes.add(add(new Item(i, layers.of(i), widths[i], heights[i])));
    }
    for (FlowGraph.Edge edge : edges) {
      if (edge.from() != edge.to()) {
        chains.put(edge, chain(edge, nodes));
      }
    }
    sort();
    place();
    this.tops = tops();
  }

  private Item add(Item item) {
    while (rows.size() <= item.layer()) {
      rows.add(new ArrayList<>());
    }
    rows.get(item.layer()).add(item);
    above.put(item, new ArrayList<>());
    below.put(item, new ArrayList<>());
    return item;
  }

  /** The items that an edge passes, from the upper node to the lower. */
  private List<Item> chain(FlowGraph.Edge edge, List<Item> nodes) {
    Item upper = nodes.get(isBack(edge) ? edge.to() : edge.from());
    Item lower = nodes.get(isBack(edge) ? edge.from() : edge.to());
    List<Item> chain = new ArrayList<>(List.of(upper));
    for (int layer = upper.layer() + 1; layer < lower.layer(); layer++) {
      chain.add(add(new Item(-1, layer, 2, 0)));
    }
    chain.add(lower);
    for (int i = 1; i < chain.size(); i++) {
      neighbours(below, chain.get(i - 1)).add(chain.get(i));
      neighbours(above, chain.get(i)).add(chain.get(i - 1));
    }
    return chain;
  }

  private static List<Item> neighbours(Map<Item, List<Item>> all, Item item) {
    return java.util.Objects.requireNonNull(all.get(item));
  }

  // === Order ===

  private void sort() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        sort(rows.get(down ? i : rows.size() - 1 - i), down ? above : below);
      }
    }
  }

  private void sort(List<Item> row, Map<Item, List<Item>> neighbours) {
    Map<Item, Double> keys = new java.util.IdentityHashMap<>();
    for (Item item : row) {
      keys.put(
          item,
          neighbours(neighbours, item).stream()
              .mapToInt(other -> indexOf(rows.get(other.layer()), other))
              .average()
              .orElse(indexOf(row, item)));
    }
    row.sort(Comparator.comparing(keys::get));
  }

  private static int indexOf(List<Item> row, Item item) {
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i) == item) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in its row");
  }

  // === Places ===

  private void place() {
    for (List<Item> row : rows) {
      place(row, item -> 0);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        Map<Item, List<Item>> neighbours = down ? above : below;
        place(rows.get(down ? i : rows.size() - 1 - i), item -> wanted(item, neighbours));
      }
    }
    double left =
        rows.stream().flatMap(List::stream).mapToDouble(i -> centre(i) - i.width() / 2).min().orElse(0);
    centres.replaceAll((item, centre) -> centre - left);
  }

  private double wanted(Item item, Map<Item, List<Item>> neighbours) {
    return neighbours(neighbours, item).stream()
        .mapToDouble(this::centre)
        .average()
        .orElse(centre(item));
  }

  /** As close to where they want to be as gaps allow: a regression that keeps the order. */
  private void place(List<Item> row, java.util.function.ToDoubleFunction<Item> wanted) {
    double[] offsets = new double[row.size()];
    double[] targets = new double[row.size()];
    double[] weights = new double[row.size()];
    for (int i = 0; i < row.size(); i++) {
      Item item = row.get(i);
      if (i > 0) {
        offsets[i] = offsets[i - 1] + (row.get(i - 1).width() + item.width()) / 2 + GAP;
      }
      targets[i] = wanted.applyAsDouble(item) - offsets[i];
      weights[i] = item.node() < 0 ? BEND_WEIGHT : 1;
    }
    double[] fitted = ascending(targets, weights);
    for (int i = 0; i < row.size(); i++) {
      centres.put(row.get(i), fitted[i] + offsets[i]);
    }
  }

  /** The ascending values nearest to others, by pooling neighbours that are out of order. */
  private static double[] ascending(double[] values, double[] weights) {
    double[] means = new double[values.length];
    double[] sums = new double[values.length];
    int[] sizes = new int[values.length];
    int pools = 0;
    for (int i = 0; i < values.length; i++) {
      means[pools] = values[i];
      sums[pools] = weights[i];
      sizes[pools++] = 1;
      while (pools > 1 && means[pools - 2] > means[pools - 1]) {
        double sum = sums[pools - 2] + sums[pools - 1];
        means[pools - 2] =
            (means[pools - 2] * sums[pools - 2] + means[pools - 1] * sums[pools - 1]) / sum;
        sums[pools - 2] = sum;
        sizes[pools - 2] += sizes[--pools];
      }
    }
    double[] fitted = new double[values.length];
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      Arrays.fill(fitted, at, at += sizes[pool], means[pool]);
    }
    return fitted;
  }

  private double[] tops() {
    double[] all = new double[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      all[i + 1] = all[i] + heightOf(i) + LAYER_GAP;
    }
    return all;
  }

  private double heightOf(int layer) {
    return rows.get(layer).stream().mapToDouble(Item::height).max().orElse(0);
  }

  // === What has become of it ===

  /** Whether an edge leads back, and so upward. */
  boolean isBack(FlowGraph.Edge edge) {
    return layers.isBack(edge);
  }

  /** The width of the picture. */
  double width() {
    return rows.stream().flatMap(List::stream).mapToDouble(i -> centre(i) + i.width() / 2).max().orElse(0);
  }

  /** The height of the picture. */
  double height() {
    return tops[rows.size()] - LAYER_GAP;
  }

  /** The middle of the upper side of a node. */
  Point top(int node) {
    Item item = item(node);
    return new Point(centre(item), tops[item.layer()]);
  }

  private Item item(int node) {
    return rows.get(layers.of(node)).stream()
        .filter(item -> item.node() == node)
        .findFirst()
        .orElseThrow();
  }

  private double centre(Item item) {
    return centres.getOrDefault(item, 0.0);
  }

  /** Where an edge passes through layers, from its upper to its lower node, without those. */
  List<Point> bends(FlowGraph.Edge edge) {
    List<Item> chain = chains.getOrDefault(edge, List.of());
    List<Point> bends = new ArrayList<>();
    for (Item item : chain) {
      if (item.node() < 0) {
        bends.add(new Point(centre(item), tops[item.layer()]));
        bends.add(new Point(centre(item), tops[item.layer()] + heightOf(item.layer())));
      }
    }
    return bends;
  }
}
