package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.SavedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;

/** Writes what a frame says of itself, in the format of the runtime's {@code FrameLayout}. */
final class LayoutDescription {
  private final Body body;
  private final List<FrameField> fields;
  private final boolean track;
  private final StringBuilder text = new StringBuilder();

  LayoutDescription(
      Body body, Optional<String> sourceFile, List<FrameField> fields, boolean track) {
    this.body = body;
    this.fields = fields;
    this.track = track;
    text.append(body.source().owner().replace('/', '.')).append('/');
    text.append(body.source().method().name).append('/').append(sourceFile.orElse(""));
  }

  /** The description of all states, the start first. */
  String of(List<SavedValue> arguments, List<MachineState> states) {
    if (track) {
      text.append('/').append(PendingCleanups.numbers(body));
    }
    text.append('\n');
    addPoint(firstLine(), arguments, List.of(), this::isParameter);
    InsnList code = body.code().instructions;
    for (MachineState state : states) {
      int at = code.indexOf(state.point().call());
      addPoint(
          state.point().line(),
          state.locals(),
          state.analysis().locals(),
          v -> code.indexOf(v.start) <= at && at < code.indexOf(v.end));
    }
    return text.toString();
  }

  private boolean isParameter(LocalVariableNode variable) {
    InsnList code = body.code().instructions;
    for (AbstractInsnNode at = code.getFirst(); at != variable.start; at = at.getNext()) {
      if (at.getOpcode() >= 0) {
        return false;
      }
    }
    return true;
  }

  private int firstLine() {
    for (AbstractInsnNode instruction : body.code().instructions) {
      if (instruction instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return -1;
  }

  private void addPoint(
      int line, List<SavedValue> saved, List<Local> live, Predicate<LocalVariableNode> isInScope) {
    text.append(line);
    List<LocalVariableNode> variables = new ArrayList<>(body.code().localVariables);
    variables.removeIf(variable -> !isInScope.test(variable));
    variables.sort((a, b) -> Integer.compare(a.index, b.index));
    for (LocalVariableNode variable : variables) {
      text.append(';').append(variable.name);
      saved.stream()
          .filter(value -> value.local().index() == variable.index)
          .findFirst()
          .ifPresentOrElse(
              value -> addValue(value, variable.desc), () -> addNull(variable.index, live));
    }
    text.append('\n');
  }

  /** A variable that is known to be null has no field: it has the index -1. */
  private void addNull(int index, List<Local> live) {
    if (live.stream().anyMatch(local -> local.index() == index && local.type().isNull())) {
      text.append("/-1/L");
    }
  }

  private void addValue(SavedValue value, String descriptor) {
    text.append('/').append(fields.indexOf(value.field()));
    text.append('/').append(descriptor.charAt(0));
  }
}
