package dev.weft.agent.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is placed in a layer: a node, or the bend of an edge that passes the layer. */
final class LayoutItem {
  private static final int BEND = -1;

  final int node;
  final int layer;
  final double width;
  final double height;
  final List<LayoutItem> above = new ArrayList<>();
  final List<LayoutItem> below = new ArrayList<>();

  /** Its place in the order of its layer. */
  int position;

  /** Its middle. */
  double centre;

  LayoutItem(int node, int layer, double width, double height) {
    this.node = node;
    this.layer = layer;
    this.width = width;
    this.height = height;
  }

  static LayoutItem bend(int layer) {
    return new LayoutItem(BEND, layer, 2, 0);
  }

  boolean isBend() {
    return node == BEND;
  }

  double right() {
    return centre + width / 2;
  }

  double left() {
    return centre - width / 2;
  }

  /** Draws an edge to an item in the next layer. */
  void connect(LayoutItem lower) {
    below.add(lower);
    lower.above.add(this);
  }

  /** Where it would be best among its layer's, as its neighbours in the next layer are. */
  double wantedPosition(boolean down) {
    return neighbours(down).stream().mapToInt(item -> item.position).average().orElse(position);
  }

  /** Where it would be best, as its neighbours in the next layer are. */
  double wantedCentre(boolean down) {
    OptionalDouble mean = neighbours(down).stream().mapToDouble(item -> item.centre).average();
    return mean.orElse(centre);
  }

  private List<LayoutItem> neighbours(boolean down) {
    return down ? above : below;
  }
}
