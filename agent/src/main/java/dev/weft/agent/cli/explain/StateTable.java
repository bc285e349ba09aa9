package dev.weft.agent.cli.explain;

import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** A state machine in words: its frame, its states, and what is saved in each and why. */
public final class StateTable {
  private final StateMachinePlan plan;
  private final String sourceFile;
  private final List<String> lines = new ArrayList<>();

  private StateTable(StateMachinePlan plan, String sourceFile) {
    this.plan = plan;
    this.sourceFile = sourceFile;
  }

  /**
   * Describes a state machine.
   *
   * @param plan the state machine
   * @param sourceFile the name of its source file
   * @return the lines of the description
   */
  public static List<String> of(StateMachinePlan plan, String sourceFile) {
    StateTable table = new StateTable(plan, sourceFile);
    table.addHead();
    table.addStates();
    return table.lines;
  }

  /** A method as its declaration has it: class, name, and types of parameters without packages. */
  public static String signature(CoroutineMethod method) {
    String name = method.owner().replace('/', '.') + "." + method.method().name;
    return name + parameters(method.method().desc);
  }

  /** The types of parameters, without packages, in parentheses. */
  public static String parameters(String descriptor) {
    return Stream.of(Type.getArgumentTypes(descriptor))
        .map(type -> Variables.simpleName(type.getDescriptor()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private void addHead() {
    CoroutineMethod method = plan.source();
    lines.add(signature(method) + ": " + kind(method));
    if (!plan.needsFrame()) {
      lines.add("  no frame: it never suspends");
      return;
    }
    lines.add("  frame: " + (plan.fields().isEmpty() ? "no fields" : fields()));
  }

  private static String kind(CoroutineMethod method) {
    return switch (method.kind()) {
      case GENERATOR -> "a generator method; a call makes a generator and runs nothing";
      case SUBROUTINE -> "a subroutine; it runs in its caller's coroutine";
      case DELEGATE -> "the same as a subroutine, for yieldFrom where it is called";
      case LAMBDA -> "a lambda; it runs in its caller's coroutine";
      case SOAKED -> "a soaked method";
    };
  }

  private String fields() {
    return plan.fields().stream()
        .map(FrameField::descriptor)
        .collect(Collectors.groupingBy(Variables::simpleName, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private void addStates() {
    if (plan.source().isGenerator()) {
      lines.add("");
      lines.add("  state 0  the start");
      add(plan.arguments().stream().map(this::argument).toList());
    }
    Fates fates = new Fates(plan);
    for (MachineState state : plan.states()) {
      lines.add("");
      lines.add("  state " + state.number() + "  " + place(state.point()) + "  " + what(state));
      add(fates.at(state));
    }
  }

  private Fate argument(SavedValue argument) {
    Variables variables = new Variables(plan.body());
    var first = plan.body().code().instructions.getFirst();
    return new Fate(
        Fate.Verb.SAVED,
        variables.nameOf(argument.local(), first),
        variables.typeOf(argument.local(), first),
        "an argument that the body reads");
  }

  private String place(SuspensionPoint point) {
    return point.line() < 0 ? sourceFile : sourceFile + ":" + point.line();
  }

  /** What happens at a point, shortly. */
  static String what(MachineState state) {
    SuspensionPoint point = state.point();
    if (point.yields()) {
      String type = Variables.simpleName(point.yielded().getDescriptor());
      return "yields " + (type.equals("Object") ? "a value" : type);
    }
    return "calls " + point.call().name;
  }

  private void add(List<Fate> fates) {
    if (fates.isEmpty()) {
      lines.add("    nothing to save");
      return;
    }
    int names = fates.stream().mapToInt(fate -> fate.name().length()).max().orElse(1);
    int types = fates.stream().mapToInt(fate -> fate.type().length()).max().orElse(1);
    String format = "    %-8s  %-" + names + "s  %-" + types + "s  %s";
    for (Fate fate : fates) {
      String verb = fate.verb().text();
      lines.add(String.format(Locale.ROOT, format, verb, fate.name(), fate.type(), fate.why()));
    }
  }
}
