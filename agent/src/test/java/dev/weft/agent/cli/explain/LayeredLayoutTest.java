package dev.weft.agent.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.cli.explain.FlowGraph.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
  private static final double WIDTH = 100;
  private static final double HEIGHT = 40;

  private static LayeredLayout layout(int nodes, List<Edge> edges) {
    double[] widths = new double[nodes];
    double[] heights = new double[nodes];
    Arrays.fill(widths, WIDTH);
    Arrays.fill(heights, HEIGHT);
    return new LayeredLayout(widths, heights, edges);
  }

  private static Edge edge(int from, int to) {
    return new Edge(from, to, false);
  }

  @Test
  void what_follows_is_below() {
    LayeredLayout layout = layout(3, List.of(edge(0, 1), edge(1, 2), edge(0, 2)));
    assertThat(layout.top(1).y()).isGreaterThan(layout.top(0).y() + HEIGHT);
    assertThat(layout.top(2).y()).isGreaterThan(layout.top(1).y() + HEIGHT);
  }

  @Test
  void both_ways_of_a_branch_are_side_by_side_and_the_branch_is_in_the_middle() {
    LayeredLayout layout = layout(4, List.of(edge(0, 1), edge(0, 2), edge(1, 3), edge(2, 3)));
    assertThat(layout.top(1).y()).isEqualTo(layout.top(2).y());
    double middle = (layout.top(1).x() + layout.top(2).x()) / 2;
    assertThat(layout.top(0).x()).isEqualTo(middle);
    assertThat(layout.top(3).x()).isEqualTo(middle);
  }

  @Test
  void an_edge_that_leads_back_is_told_and_turned_round() {
    LayeredLayout layout = layout(3, List.of(edge(0, 1), edge(1, 2), edge(2, 1)));
    assertThat(layout.isBack(edge(2, 1))).isTrue();
    assertThat(layout.isBack(edge(1, 2))).isFalse();
    assertThat(layout.upper(edge(2, 1))).isEqualTo(1);
    assertThat(layout.lower(edge(2, 1))).isEqualTo(2);
  }

  @Test
  void an_edge_bends_beside_what_it_passes() {
    LayeredLayout layout = layout(3, List.of(edge(0, 1), edge(1, 2), edge(0, 2)));
    assertThat(layout.bends(edge(0, 2)))
        .hasSize(2)
        .allSatisfy(
            bend -> assertThat(Math.abs(bend.x() - layout.top(1).x())).isGreaterThan(WIDTH / 2));
    assertThat(layout.bends(edge(0, 1))).isEmpty();
  }

  @Test
  void nothing_overlaps_whatever_the_graph() {
    for (int seed = 0; seed < 50; seed++) {
      int nodes = 12;
      LayeredLayout layout = layout(nodes, randomEdges(nodes, new Random(seed)));
      for (int one = 0; one < nodes; one++) {
        assertThat(layout.top(one).x() - WIDTH / 2).isGreaterThanOrEqualTo(-0.001);
        assertThat(layout.top(one).x() + WIDTH / 2).isLessThanOrEqualTo(layout.width() + 0.001);
        for (int other = 0; other < one; other++) {
          boolean beside = Math.abs(layout.top(one).x() - layout.top(other).x()) >= WIDTH - 0.001;
          boolean below = Math.abs(layout.top(one).y() - layout.top(other).y()) >= HEIGHT;
          assertThat(beside || below).as(seed + ": " + one + " and " + other).isTrue();
        }
      }
    }
  }

  private static List<Edge> randomEdges(int nodes, Random random) {
    List<Edge> edges = new ArrayList<>();
    for (int node = 1; node < nodes; node++) {
      edges.add(edge(random.nextInt(node), node));
      Edge other = edge(random.nextInt(nodes), random.nextInt(nodes));
      if (!edges.contains(other)) {
        edges.add(other);
      }
    }
    return edges;
  }
}
