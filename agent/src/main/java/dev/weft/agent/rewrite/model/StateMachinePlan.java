package dev.weft.agent.rewrite.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * How a body becomes a state machine: decided, not yet emitted.
 *
 * @param analysis what is known of the body
 * @param fields the fields of its frame
 * @param arguments the parameters that a generator's frame is made with
 * @param states what happens at each point, in order; state n at index n - 1
 * @param savedEarly what is saved as soon as it is assigned, by the assignment
 * @param clearedAtReturns the fields of a generator to set to null at each return
 * @param choices in which sections the code can be written, from none but the body to the most; the
 *     last that does not make the code too large is the best
 * @param marksRunning whether a generator has to be marked as running while its body runs
 * @param isTracked whether the frame tells when it runs and where it suspends
 * @param layout the frame's description of itself, as {@code FrameLayout} reads it
 */
public record StateMachinePlan(
    MethodAnalysis analysis,
    List<FrameField> fields,
    List<SavedValue> arguments,
    List<MachineState> states,
    Map<AbstractInsnNode, SavedValue> savedEarly,
    Map<AbstractInsnNode, List<FrameField>> clearedAtReturns,
    List<CodeSections> choices,
    boolean marksRunning,
    boolean isTracked,
    String layout) {
  /** Copies the collections. */
  public StateMachinePlan {
    fields = List.copyOf(fields);
    arguments = List.copyOf(arguments);
    states = List.copyOf(states);
    savedEarly = Map.copyOf(savedEarly);
    clearedAtReturns = Map.copyOf(clearedAtReturns);
    choices = List.copyOf(choices);
  }

  /** The body. */
  public Body body() {
    return analysis.body();
  }

  /** The coroutine method. */
  public CoroutineMethod source() {
    return body().source();
  }

  /** The one type of all values that the method yields itself; Object if they differ. */
  public Type yielded() {
    List<Type> types =
        points().filter(SuspensionPoint::yields).map(SuspensionPoint::yielded).distinct().toList();
    return types.size() == 1 ? types.get(0) : Type.getType(Object.class);
  }

  /** Whether it can be suspended by what it calls. */
  public boolean callsSubroutines() {
    return points().anyMatch(point -> !point.yields());
  }

  private Stream<SuspensionPoint> points() {
    return states.stream().map(MachineState::point);
  }

  /** Whether there is anything that a frame has to keep: a generator, or a point to go on at. */
  public boolean needsFrame() {
    return source().isGenerator() || !states.isEmpty();
  }
}
