package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.MethodAnalysis;
import dev.weft.agent.rewrite.model.PointAnalysis;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Plans the state machine of a method: the fields of its frame, and for each point what is saved,
 * what the frame has already, and what it lets go.
 */
public final class Splitter {
  /**
   * Plans.
   *
   * @param analysis what is known of the method
   * @param sourceFile the source file of its class, if the class file tells
   * @return the plan
   */
  public StateMachinePlan split(MethodAnalysis analysis, Optional<String> sourceFile) {
    SlotLayout layout = layout(analysis);
    List<FrameField> fields = layout.fields();
    List<SavedValue> arguments =
        analysis.body().source().isGenerator()
            ? place(layout, analysis.liveParameters(), false)
            : List.of();
    List<MachineState> states = new ArrayList<>();
    for (PointAnalysis point : analysis.points()) {
      states.add(state(states.size() + 1, point, layout));
    }
    String description =
        new LayoutDescription(analysis.body(), sourceFile, fields).of(arguments, states);
    return new StateMachinePlan(
        analysis, fields, arguments, states, clearedAtReturns(analysis, layout), description);
  }

  private static SlotLayout layout(MethodAnalysis analysis) {
    SlotLayout layout = new SlotLayout();
    if (analysis.body().source().isGenerator()) {
      analysis.liveParameters().forEach(local -> layout.add(local, false));
    }
    for (PointAnalysis point : analysis.points()) {
      point.locals().forEach(local -> layout.add(local, false));
      point.stack().forEach(value -> layout.add(value, true));
    }
    return layout;
  }

  private static MachineState state(int number, PointAnalysis point, SlotLayout layout) {
    List<SavedValue> locals = place(layout, point.locals(), false);
    List<SavedValue> changed =
        locals.stream().filter(value -> point.changed().get(value.local().index())).toList();
    return new MachineState(
        number,
        point,
        locals,
        changed,
        place(layout, point.stack(), true),
        layout.references(point.stale()));
  }

  private static List<SavedValue> place(SlotLayout layout, List<Local> values, boolean stack) {
    return values.stream().flatMap(value -> layout.place(value, stack).stream()).toList();
  }

  private static Map<AbstractInsnNode, List<FrameField>> clearedAtReturns(
      MethodAnalysis analysis, SlotLayout layout) {
    Map<AbstractInsnNode, List<FrameField>> cleared = new HashMap<>();
    analysis.staleAtReturns().forEach((end, stale) -> cleared.put(end, layout.references(stale)));
    return cleared;
  }
}
