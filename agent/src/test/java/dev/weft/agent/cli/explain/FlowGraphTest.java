package dev.weft.agent.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.agent.cli.explain.FlowGraph.Block;
import dev.weft.agent.cli.explain.FlowGraph.Edge;
import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowGraphTest {
  @Coroutine
  static Generator<Integer, Integer, Void> loop(int times) {
    for (int i = 0; i < times; i++) {
      int sent = Coroutines.yield(i * 2);
      System.out.println(sent);
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Void, Void> guarded() {
    try {
      Coroutines.yield(1);
    } catch (IllegalStateException e) {
      System.out.println(e);
    }
    return Coroutines.done();
  }

  @Coroutine
  static Generator<Integer, Integer, Void> twoInALine() {
    int sum = Coroutines.<Integer>yield(1) + Coroutines.<Integer>yield(2);
    System.out.println(sum);
    return Coroutines.done();
  }

  private static FlowGraph graph(String method) {
    ClassFiles files = ClassFiles.of(FlowGraphTest.class.getClassLoader());
    ClassIndex index = new ClassIndex(files, CoroutinePolicy.ANNOTATED);
    byte[] own = files.read(FlowGraphTest.class.getName().replace('.', '/')).orElseThrow();
    StateMachinePlan plan =
        new ClassRewriter(index, false)
            .inspect(own).plans().stream()
                .filter(p -> p.source().method().name.equals(method))
                .findFirst()
                .orElseThrow();
    return FlowGraph.of(plan);
  }

  private static List<Block> suspending(FlowGraph graph) {
    return graph.blocks().stream().filter(block -> block.state().isPresent()).toList();
  }

  @Test
  void a_suspension_point_takes_all_of_its_line_and_nothing_else() {
    FlowGraph graph = graph("loop");
    assertThat(suspending(graph)).hasSize(1);
    assertThat(suspending(graph).get(0).lines()).hasSize(1);
    long others =
        graph.blocks().stream()
            .filter(block -> block.state().isEmpty())
            .filter(block -> block.lines().containsAll(suspending(graph).get(0).lines()))
            .count();
    assertThat(others).isZero();
  }

  @Test
  void a_loop_leads_back_and_out() {
    FlowGraph graph = graph("loop");
    assertThat(graph.edges()).anyMatch(edge -> edge.to() < edge.from() && !edge.thrown());
    long exits =
        graph.blocks().stream()
            .filter(block -> {
              int index = graph.blocks().indexOf(block);
              return graph.edges().stream().noneMatch(edge -> edge.from() == index);
            })
            .count();
    assertThat(exits).isEqualTo(1);
  }

  @Test
  void what_is_thrown_leads_to_the_handler() {
    FlowGraph graph = graph("guarded");
    int point = graph.blocks().indexOf(suspending(graph).get(0));
    assertThat(graph.edges().stream().filter(Edge::thrown).map(Edge::from)).contains(point);
  }

  @Test
  void two_points_in_a_line_are_two_blocks() {
    assertThat(suspending(graph("twoInALine"))).hasSize(2);
  }
}
