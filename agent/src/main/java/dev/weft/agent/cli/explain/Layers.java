package dev.weft.agent.cli.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

  private void walk(int nodes) {
    Deque<Integer> path = new ArrayDeque<>();
    Set<Integer> open = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    int[] next = new int[nodes];
    for (int root = 0; root < nodes; root++) {
      enter(root, path, open, seen);
      while (!path.isEmpty()) { // no recursion: methods may be long
        int node = path.element();
        if (next[node] == outgoing.get(node).size()) {
          open.remove(path.pop());
          finished.add(node);
          continue;
        }
        FlowGraph.Edge edge = outgoing.get(node).get(next[node]++);
        if (open.contains(edge.to())) {
          back.add(edge);
        }
        enter(edge.to(), path, open, seen);
      }
    }
  }

  private static void enter(
      Integer node, Deque<Integer> path, Set<Integer> open, Set<Integer> seen) {
    if (seen.add(node)) {
      open.add(node);
      path.push(node);
    }
  }

  int of(int node) {
    return layers[node];
  }

  boolean isBack(FlowGraph.Edge edge) {
    return back.contains(edge);
  }
}
