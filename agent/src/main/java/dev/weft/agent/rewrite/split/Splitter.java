package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.BlockGraph;
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
import java.util.function.BiPredicate;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Plans the state machine of a method: the fields of its frame, and for each point what is saved,
 * what the frame has already, and what it lets go; and what is copied for it to go on without
 * entering a loop in the middle.
 */
public final class Splitter {
  private final BiPredicate<String, String> isAccessible;
  private final boolean track;

  /**
   * Makes a splitter.
   *
   * @param isAccessible whether a class, by its internal name, can be named by another
   */
  public Splitter(BiPredicate<String, String> isAccessible) {
    this(isAccessible, false);
  }

  /**
   * Makes a splitter.
   *
   * @param isAccessible whether a class, by its internal name, can be named by another
   * @param track whether frames tell when they run and where they suspend
   */
  public Splitter(BiPredicate<String, String> isAccessible, boolean track) {
    this.isAccessible = isAccessible;
    this.track = track;
  }

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
        new LayoutDescription(analysis.body(), sourceFile, fields, track).of(arguments, states);
    BlockGraph graph = analysis.graph();
    return new StateMachinePlan(
        analysis,
        fields,
        arguments,
        states,
        savedEarly(analysis, layout),
        clearedAtReturns(analysis, layout),
        IterationCopies.choices(graph, new CopyableLoops(analysis, graph)),
        track || RunningMark.isNeeded(analysis.body(), graph),
        track,
        description);
  }

  private SlotLayout layout(MethodAnalysis analysis) {
    String owner = analysis.body().source().owner();
    SlotLayout layout = new SlotLayout(type -> isAccessible.test(type, owner));
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
        locals.stream()
            .filter(value ->
                point.changed().get(value.local().index()) || !layout.isOneField(value.local()))
            .toList();
    return new MachineState(
        number, point, locals, changed, place(layout, point.stack(), true), cleared(point, layout));
  }

  private static List<FrameField> cleared(PointAnalysis point, SlotLayout layout) {
    List<FrameField> cleared = new ArrayList<>(layout.references(point.stale()));
    point.locals().forEach(local -> cleared.addAll(layout.others(local, false)));
    point.stack().forEach(value -> cleared.addAll(layout.others(value, true)));
    return cleared.stream().distinct().toList();
  }

  private static List<SavedValue> place(SlotLayout layout, List<Local> values, boolean stack) {
    return values.stream().flatMap(value -> layout.place(value, stack).stream()).toList();
  }

  /** A variable that changes its field from point to point is saved at the points alone. */
  private static Map<AbstractInsnNode, SavedValue> savedEarly(
      MethodAnalysis analysis, SlotLayout layout) {
    Map<AbstractInsnNode, SavedValue> saved = new HashMap<>();
    analysis
        .savedEarly()
        .forEach((assignment, local) -> {
          if (layout.isOneField(local)) {
            layout.place(local, false).ifPresent(value -> saved.put(assignment, value));
          }
        });
    return saved;
  }

  private static Map<AbstractInsnNode, List<FrameField>> clearedAtReturns(
      MethodAnalysis analysis, SlotLayout layout) {
    Map<AbstractInsnNode, List<FrameField>> cleared = new HashMap<>();
    analysis.staleAtReturns().forEach((end, stale) -> cleared.put(end, layout.references(stale)));
    return cleared;
  }
}
