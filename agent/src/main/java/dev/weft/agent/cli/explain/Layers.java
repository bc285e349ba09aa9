package dev.weft.agent.cli.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The layers of a graph's nodes: below all that lead to a node, but for edges that lead back. */
final class Layers {
  private final List<List<FlowGraph.Edge>> outgoing = new ArrayList<>();
  private final Set<FlowGraph.Edge> back = new HashSet<>();
  private final List<Integer> finished = new ArrayList<>();
  private final int[] layers;

  /** Finds the layers of as many nodes; the first is the root. */
  Layers(int nodes, Iterable<FlowGraph.Edge> edges) {
    for (int i = 0; i < nodes; i++) {
      outgoing.add(new ArrayList<>());
    }
    edges.forEach(edge -> outgoing.get(edge.from()).add(edge));
    walk(nodes);
    layers = new int[nodes];
    for (int i = finished.size() - 1; i >= 0; i--) {
      int node = finished.get(i);
      for (FlowGraph.Edge edge : outgoing.get(node)) {
        if (!back.contains(edge)) {
          layers[edge.to()] = Math.max(layers[edge.to()], layers[node] + 1);
        }
      }
    }
  }

  /** Walks in depth, without recursion: methods may be long. */
  private void walk(int nodes) {
    boolean[] seen = new boolean[nodes];
    boolean[] open = new boolean[nodes];
    int[] next = new int[nodes];
    for (int root = 0; root < nodes; root++) {
      List<Integer> path = new ArrayList<>();
      if (!seen[root]) {
        path.add(root);
        seen[root] = open[root] = true;
      }
      while (!path.isEmpty()) {
        int node = path.get(path.size() - 1);
        if (next[node] == outgoing.get(node).size()) {
          open[node] = false;
          finished.add(node);
          path.remove(path.size() - 1);
          continue;
        }
        FlowGraph.Edge edge = outgoing.get(node).get(next[node]++);
        if (open[edge.to()]) {
          back.add(edge);
        } else if (!seen[edge.to()]) {
          seen[edge.to()] = open[edge.to()] = true;
          path.add(edge.to());
        }
      }
    }
  }

  int of(int node) {
    return layers[node];
  }

  boolean isBack(FlowGraph.Edge edge) {
    return back.contains(edge);
  }
}
