package dev.weft.agent.cli.explain;

import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The control flow of a coroutine method and its suspension points, as an SVG picture. */
public final class FlowChart {
  private static final double MARGIN = 24;
  private static final double PADDING = 10;
  private static final double LINE = 17;
  private static final double CHARACTER = 7.3;
  private static final double HEAD = 56;
  private static final double LEGEND = 46;
  private static final double LEAST_WIDTH = 680;

  private final String title;
  private final FlowGraph graph;
  private final BlockText text;
  private final LayeredLayout layout;
  private final double[] widths;
  private final double[] heights;
  private final SvgWriter svg = new SvgWriter();

  private FlowChart(StateMachinePlan plan, Map<Integer, String> source) {
    this.title = StateTable.signature(plan.source());
    this.graph = FlowGraph.of(plan);
    this.text = new BlockText(new Fates(plan), source);
    this.widths = graph.blocks().stream().mapToDouble(this::width).toArray();
    this.heights = graph.blocks().stream().mapToDouble(this::height).toArray();
    this.layout = new LayeredLayout(widths, heights, graph.edges());
  }

  /**
   * Draws a method.
   *
   * @param plan its state machine
   * @param source the lines of its source file by number; may be empty
   * @return the SVG document
   */
  public static String of(StateMachinePlan plan, Map<Integer, String> source) {
    return new FlowChart(plan, source).draw();
  }

  private List<String> all(FlowGraph.Block block) {
    List<String> lines = new ArrayList<>(text.lines(block));
    lines.add(BlockText.title(block));
    lines.addAll(text.foot(block));
    return lines;
  }

  private double width(FlowGraph.Block block) {
    int longest = all(block).stream().mapToInt(String::length).max().orElse(0);
    return Math.max(96, longest * CHARACTER + 2 * PADDING);
  }

  private double height(FlowGraph.Block block) {
    int title = BlockText.title(block).isEmpty() ? 0 : 1;
    int foot = text.foot(block).size();
    return (title + text.lines(block).size() + foot) * LINE + 2 * PADDING - 4;
  }

  private String draw() {
    double width = Math.max(LEAST_WIDTH, layout.width() + 2 * MARGIN);
    double height = HEAD + layout.height() + LEGEND + MARGIN;
    svg.text(MARGIN, 34, "title", title);
    graph.edges().forEach(this::draw);
    for (int i = 0; i < graph.blocks().size(); i++) {
      draw(i);
    }
    legend(height - 22);
    return svg.document(width, height);
  }

  // === Blocks ===

  private LayeredLayout.Point corner(int block) {
    LayeredLayout.Point top = moved(layout.top(block));
    return new LayeredLayout.Point(top.x() - widths[block] / 2, top.y());
  }

  private void draw(int index) {
    FlowGraph.Block block = graph.blocks().get(index);
    LayeredLayout.Point corner = corner(index);
    boolean suspends = block.state().isPresent();
    boolean yields = block.state().map(state -> state.point().yields()).orElse(false);
    String kind = yields ? "yield" : suspends ? "call" : "block";
    svg.box(corner.x(), corner.y(), widths[index], heights[index], kind);
    double x = corner.x() + PADDING;
    double y = corner.y() + PADDING + 9;
    if (suspends) {
      svg.text(x, y, "state", BlockText.title(block));
      y += LINE;
    }
    for (String line : text.lines(block)) {
      svg.text(x, y, "code", line);
      y += LINE;
    }
    for (String line : text.foot(block)) {
      svg.text(x, y, "foot", line);
      y += LINE;
    }
  }

  // === Edges ===

  private void draw(FlowGraph.Edge edge) {
    if (edge.from() == edge.to()) {
      drawLoop(edge);
      return;
    }
    List<LayeredLayout.Point> points = new ArrayList<>();
    points.add(port(layout.upper(edge), edge, true));
    layout.bends(edge).forEach(bend -> points.add(moved(bend)));
    points.add(port(layout.lower(edge), edge, false));
    if (layout.isBack(edge)) {
      Collections.reverse(points);
    }
    svg.curve(points, kind(edge));
  }

  private String kind(FlowGraph.Edge edge) {
    if (edge.thrown()) {
      return "thrown";
    }
    return layout.isBack(edge) || edge.from() == edge.to() ? "back" : "flow";
  }

  private void drawLoop(FlowGraph.Edge edge) {
    LayeredLayout.Point corner = corner(edge.from());
    double right = corner.x() + widths[edge.from()];
    double middle = corner.y() + heights[edge.from()] / 2;
    svg.loop(right, middle, kind(edge));
  }

  /** Beside the margin, and in the middle of a picture that is wider for its legend. */
  private LayeredLayout.Point moved(LayeredLayout.Point point) {
    double left = (Math.max(LEAST_WIDTH - 2 * MARGIN, layout.width()) - layout.width()) / 2;
    return new LayeredLayout.Point(MARGIN + left + point.x(), HEAD + point.y());
  }

  /**
   * Where an edge meets a block: all at one side are spread over it, in the order of their ends.
   */
  private LayeredLayout.Point port(int block, FlowGraph.Edge edge, boolean bottom) {
    List<FlowGraph.Edge> side =
        graph.edges().stream()
            .filter(other -> other.from() != other.to())
            .filter(other -> (bottom ? layout.upper(other) : layout.lower(other)) == block)
            .sorted(Comparator.comparingDouble(other -> farX(other, bottom)))
            .toList();
    double share = (side.indexOf(edge) + 1.0) / (side.size() + 1);
    LayeredLayout.Point corner = corner(block);
    double y = bottom ? corner.y() + heights[block] : corner.y();
    return new LayeredLayout.Point(corner.x() + widths[block] * share, y);
  }

  private double farX(FlowGraph.Edge edge, boolean bottom) {
    List<LayeredLayout.Point> bends = layout.bends(edge);
    if (bends.isEmpty()) {
      return layout.top(bottom ? layout.lower(edge) : layout.upper(edge)).x();
    }
    return bends.get(bottom ? 0 : bends.size() - 1).x();
  }

  // === Legend ===

  private void legend(double y) {
    double x = MARGIN;
    x = key(x, y, "yield", "a yield");
    x = key(x, y, "call", "a call that may suspend");
    x = lineKey(x, y, "back", "back to the head of a loop");
    lineKey(x, y, "thrown", "thrown");
  }

  private double key(double x, double y, String kind, String label) {
    svg.box(x, y - 11, 18, 14, kind);
    svg.text(x + 24, y, "foot", label);
    return x + 40 + label.length() * CHARACTER;
  }

  private double lineKey(double x, double y, String kind, String label) {
    svg.curve(
        List.of(new LayeredLayout.Point(x, y - 4), new LayeredLayout.Point(x + 26, y - 4)), kind);
    svg.text(x + 32, y, "foot", label);
    return x + 48 + label.length() * CHARACTER;
  }
}
