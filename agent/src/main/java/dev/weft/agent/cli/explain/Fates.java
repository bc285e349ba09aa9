package dev.weft.agent.cli.explain;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.Neighbours;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;

/** What becomes of each variable at each suspension point of a method, and why. */
final class Fates {
  private final StateMachinePlan plan;
  private final Variables variables;

  Fates(StateMachinePlan plan) {
    this.plan = plan;
    this.variables = new Variables(plan.body());
  }

  /** Those at one point: variables first, by index, then what is on the operand stack. */
  List<Fate> at(MachineState state) {
    List<Fate> fates = new ArrayList<>();
    for (Local local : state.analysis().locals()) {
      fates.add(ofLive(state, local));
    }
    fates.addAll(dropped(state));
    for (SavedValue value : state.stack()) {
      fates.add(
          new Fate(
              Fate.Verb.SAVED,
              "(stack)",
              Variables.simpleName(value.local().type().descriptor()),
              "an intermediate result of the expression that the call is part of"));
    }
    return fates;
  }

  private Fate ofLive(MachineState state, Local local) {
    AbstractInsnNode call = state.point().call();
    String name = variables.nameOf(local, call);
    String type = variables.typeOf(local, call);
    String need =
        variables
            .nextRead(call, local.index())
            .filter(line -> line >= 0)
            .map(line -> "needed at line " + line)
            .orElse("needed later");
    if (!holds(state.locals(), local)) {
      return new Fate(Fate.Verb.CONSTANT, name, type, need + "; always null here");
    }
    if (!holds(state.changed(), local)) {
      return new Fate(Fate.Verb.KEPT, name, type, need + "; " + since(local));
    }
    return new Fate(Fate.Verb.SAVED, name, type, need + "; may have changed");
  }

  private String since(Local local) {
    String lines =
        plan.savedEarly().entrySet().stream()
            .filter(saved -> saved.getValue().local().index() == local.index())
            .flatMap(saved -> Stream.ofNullable(Neighbours.line(saved.getKey())))
            .map(number -> number.line)
            .sorted()
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(" or "));
    if (!lines.isEmpty()) {
      return "saved when it was set at line " + lines + ", before the loop";
    }
    return plan.source().isGenerator()
        ? "the frame has it already, and it has not changed"
        : "saved when the frame is made, and it has not changed since";
  }

  private static boolean holds(List<SavedValue> values, Local local) {
    return values.stream().anyMatch(value -> value.local().index() == local.index());
  }

  private List<Fate> dropped(MachineState state) {
    Set<Integer> live =
        state.analysis().locals().stream().map(Local::index).collect(Collectors.toSet());
    return variables.inScope(state.point().call()).stream()
        .filter(variable -> variable.index >= Body.ADDED_LOCALS && !live.contains(variable.index))
        .map(variable -> dropped(state, variable))
        .toList();
  }

  private static Fate dropped(MachineState state, LocalVariableNode variable) {
    String field = "local" + variable.index + "A";
    boolean cleared = state.cleared().stream().anyMatch(f -> f.name().startsWith(field));
    return new Fate(
        Fate.Verb.DROPPED,
        variable.name,
        Variables.simpleName(variable.desc),
        "not needed any more" + (cleared ? "; the frame lets go of it" : ""));
  }
}
