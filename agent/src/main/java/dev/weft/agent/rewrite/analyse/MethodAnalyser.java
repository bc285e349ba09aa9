package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.BlockGraph;
import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.LiveValues;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.MethodAnalysis;
import dev.weft.agent.rewrite.model.Neighbours;
import dev.weft.agent.rewrite.model.PointAnalysis;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Analyses a coroutine method.
 *
 * <ol>
 *   <li>{@link BodyBuilder} copies and lowers it.
 *   <li>{@link UninitialisedObjects} takes half-made objects out of the way.
 *   <li>{@link Liveness} says which locals matter at each point, {@link FrameTyping} what they are.
 *   <li>{@link EarlySaves} says what is saved when it is assigned, not when it suspends.
 *   <li>{@link SavedState} says which of them the frame has already, and what it should let go.
 * </ol>
 */
public final class MethodAnalyser {
  private final boolean keepScopes;

  /**
   * Makes an analyser.
   *
   * @param keepScopes whether variables count as live wherever they are in scope, for debugging
   */
  public MethodAnalyser(boolean keepScopes) {
    this.keepScopes = keepScopes;
  }

  /**
   * Analyses a method.
   *
   * @param method a method that needs a body
   * @return what is known of it
   */
  public MethodAnalysis analyse(CoroutineMethod method) {
    Body body = BodyBuilder.build(method);
    List<Local> parameters = parameters(method);
    List<Local> entry = entry(parameters);
    UninitialisedObjects.replace(body, entry);
    MethodNode code = body.code();
    ControlFlow flow = ControlFlow.of(code);
    BlockGraph graph = new BlockGraph(body, flow);
    Liveness liveness = Liveness.of(code, flow, keepScopes ? code.localVariables : List.of());
    List<Local> liveParameters = live(parameters, liveness.before(0));
    Map<AbstractInsnNode, LiveValues> live = liveValues(body, entry, liveness);
    Function<Map<AbstractInsnNode, Local>, SavedState> solve =
        early -> savedState(body, flow, liveParameters, live, early);
    Map<AbstractInsnNode, Local> early = EarlySaves.of(body, flow, graph, live, solve);
    SavedState saved = solve.apply(early);
    return new MethodAnalysis(
        body,
        graph,
        parameters,
        liveParameters,
        liveAtFrames(code.instructions, liveness),
        afterBranches(live),
        points(body, live, saved),
        early,
        staleAtReturns(code.instructions, saved));
  }

  private static List<Local> parameters(CoroutineMethod method) {
    List<Local> parameters = new ArrayList<>();
    int index = Body.ADDED_LOCALS;
    if (!method.isStatic()) {
      parameters.add(new Local(index++, VerificationType.of(method.owner())));
    }
    for (Type type : Type.getArgumentTypes(method.method().desc)) {
      VerificationType verificationType = VerificationType.of(type);
      parameters.add(new Local(index, verificationType));
      index += verificationType.getSize();
    }
    return parameters;
  }

  private static List<Local> entry(List<Local> parameters) {
    List<Local> entry = new ArrayList<>();
    entry.add(new Local(Body.FRAME, VerificationType.of(RuntimeNames.FRAME)));
    entry.add(new Local(Body.COROUTINE, VerificationType.of(RuntimeNames.COROUTINE)));
    entry.add(new Local(Body.IN, VerificationType.of("java/lang/Object")));
    entry.addAll(parameters);
    return entry;
  }

  private static List<Local> live(List<Local> locals, BitSet live) {
    return locals.stream().filter(local -> live.get(local.index())).toList();
  }

  /** What is live at each point, below what it consumes, and after each branch not taken. */
  private static Map<AbstractInsnNode, LiveValues> liveValues(
      Body body, List<Local> entry, Liveness liveness) {
    InsnList instructions = body.code().instructions;
    Map<AbstractInsnNode, SuspensionPoint> points = new HashMap<>();
    body.points().forEach(point -> points.put(point.call(), point));
    Map<AbstractInsnNode, LiveValues> live = new HashMap<>();
    FrameTyping.walk(
        body.code(),
        entry,
        (instruction, before) -> {
          BitSet liveHere = liveness.before(instructions.indexOf(instruction));
          SuspensionPoint point = points.get(instruction);
          if (point != null) {
            List<Local> stack = stackBelow(point, before);
            live.put(instruction, new LiveValues(locals(before, liveHere), stack));
          }
          if (Neighbours.previous(instruction) instanceof JumpInsnNode branch) {
            List<Local> stack = stack(before, before.getStackSize());
            live.put(branch, new LiveValues(locals(before, liveHere), stack));
          }
        });
    return live;
  }

  private static Map<AbstractInsnNode, LiveValues> afterBranches(
      Map<AbstractInsnNode, LiveValues> live) {
    Map<AbstractInsnNode, LiveValues> branches = new HashMap<>(live);
    branches.keySet().removeIf(instruction -> !(instruction instanceof JumpInsnNode));
    return branches;
  }

  private static List<Local> locals(Frame<VerificationType> before, BitSet live) {
    List<Local> locals = new ArrayList<>();
    for (int i = Body.ADDED_LOCALS; i < before.getLocals(); i++) {
      VerificationType type = before.getLocal(i);
      if (live.get(i) && !type.isTop()) {
        locals.add(new Local(i, type));
      }
    }
    return locals;
  }

  private static List<Local> stackBelow(SuspensionPoint point, Frame<VerificationType> before) {
    int consumed = Type.getArgumentTypes(point.call().desc).length;
    if (point.call().getOpcode() != Opcodes.INVOKESTATIC) {
      consumed++;
    }
    return stack(before, before.getStackSize() - consumed);
  }

  private static List<Local> stack(Frame<VerificationType> before, int size) {
    List<Local> stack = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      stack.add(new Local(i, before.getStack(i)));
    }
    return stack;
  }

  private static SavedState savedState(
      Body body,
      ControlFlow flow,
      List<Local> liveParameters,
      Map<AbstractInsnNode, LiveValues> live,
      Map<AbstractInsnNode, Local> early) {
    BitSet atEntry =
        body.source().isGenerator()
            ? new LiveValues(liveParameters, List.of()).references()
            : new BitSet();
    Map<AbstractInsnNode, SavedState.Resumption> points = new HashMap<>();
    for (SuspensionPoint point : body.points()) {
      LiveValues values = live.getOrDefault(point.call(), LiveValues.NOTHING);
      points.put(point.call(), new SavedState.Resumption(point.yields(), values.references()));
    }
    return SavedState.of(body.code(), flow, atEntry, points, early);
  }

  /** Points in unreachable code have no types, are never reached, and are left out. */
  private static List<PointAnalysis> points(
      Body body, Map<AbstractInsnNode, LiveValues> live, SavedState saved) {
    InsnList instructions = body.code().instructions;
    List<PointAnalysis> points = new ArrayList<>();
    for (SuspensionPoint point : body.points()) {
      LiveValues values = live.get(point.call());
      if (values != null) {
        SavedState.Facts facts = saved.before(instructions.indexOf(point.call()));
        BitSet stale = (BitSet) facts.held().clone();
        stale.andNot(values.references());
        points.add(
            new PointAnalysis(point, values.locals(), values.stack(), facts.changed(), stale));
      }
    }
    return points;
  }

  private static Map<FrameNode, BitSet> liveAtFrames(InsnList instructions, Liveness liveness) {
    Map<FrameNode, BitSet> live = new HashMap<>();
    for (int i = 0; i < instructions.size(); i++) {
      if (instructions.get(i) instanceof FrameNode frame) {
        live.put(frame, liveness.before(i));
      }
    }
    return live;
  }

  private static Map<AbstractInsnNode, BitSet> staleAtReturns(
      InsnList instructions, SavedState saved) {
    Map<AbstractInsnNode, BitSet> stale = new HashMap<>();
    for (int i = 0; i < instructions.size(); i++) {
      if (instructions.get(i).getOpcode() == Opcodes.RETURN) {
        stale.put(instructions.get(i), saved.before(i).held());
      }
    }
    return stale;
  }
}
