package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.ControlFlow;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.PointAnalysis;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * How the locals relate to what the frame holds, before each instruction: which may have changed
 * since they were saved, and which references the frame may hold besides.
 *
 * <p>A may-analysis, solved forward along normal and exceptional edges. Going on at a point starts
 * afresh: nothing has changed, and the frame holds what is live at that point. Before the first
 * suspension there is no frame, or it holds the arguments, unchanged.
 */
final class SavedState {
  private final Map<AbstractInsnNode, Resumption> points;
  private final Map<AbstractInsnNode, Local> early;

  private final MethodNode code;
  private final ControlFlow flow;
  private final @Nullable Facts[] before;
  private final BitSet work = new BitSet();

  private SavedState(
      MethodNode code,
      ControlFlow flow,
      Map<AbstractInsnNode, Resumption> points,
      Map<AbstractInsnNode, Local> early) {
    this.code = code;
    this.flow = flow;
    this.points = points;
    this.early = early;
    this.before = new Facts[flow.size()];
  }

  /** How a point goes on: whether only after suspending, and with which references held. */
  record Resumption(boolean always, BitSet held) {}

  /** The locals that may have changed, and the references that the frame may hold. */
  record Facts(BitSet changed, BitSet held) {
    Facts {
      changed = (BitSet) changed.clone();
      held = (BitSet) held.clone();
    }

    static final Facts NONE = new Facts(new BitSet(), new BitSet());

    boolean addAll(Facts others) {
      int size = changed.cardinality() + held.cardinality();
      changed.or(others.changed);
      held.or(others.held);
      return changed.cardinality() + held.cardinality() > size;
    }
  }

  /**
   * Solves for a body.
   *
   * @param heldAtEntry the references that the frame holds when the method starts
   * @param points how each point goes on, by the call
   * @param early what is saved as soon as it is assigned, by the assignment
   */
  static SavedState of(
      MethodNode code,
      ControlFlow flow,
      BitSet heldAtEntry,
      Map<AbstractInsnNode, Resumption> points,
      Map<AbstractInsnNode, Local> early) {
    SavedState state = new SavedState(code, flow, points, early);
    state.flowInto(0, new Facts(new BitSet(), heldAtEntry));
    state.solve();
    return state;
  }

  /** Goes through the code in its order, as often as needed: most facts flow that way. */
  private void solve() {
    int index = work.nextSetBit(0);
    while (index >= 0) {
      work.clear(index);
      step(index);
      int next = work.nextSetBit(index + 1);
      index = next >= 0 ? next : work.nextSetBit(0);
    }
  }

  /** The facts before an instruction; nothing if it cannot be reached. */
  Facts before(int index) {
    Facts facts = before[index];
    return facts == null ? Facts.NONE : facts;
  }

  private void step(int index) {
    Facts in = before(index);
    AbstractInsnNode instruction = code.instructions.get(index);
    for (int handler : flow.handlers(index)) {
      flowInto(handler, in);
    }
    Facts out = after(index, instruction, in);
    for (int successor : flow.successors(index)) {
      flowInto(successor, out);
    }
  }

  private Facts after(int index, AbstractInsnNode instruction, Facts in) {
    Resumption point = points.get(instruction);
    if (point != null) {
      return afterPoint(index, point, in);
    }
    int written = writtenBy(instruction);
    if (written < 0) {
      return in;
    }
    Local savedNow = early.get(instruction);
    Facts out = new Facts(in.changed(), in.held());
    out.changed().set(written, savedNow == null);
    if (savedNow != null && savedNow.sort() == 'A') {
      out.held().set(PointAnalysis.bit(written, false));
    }
    return out;
  }

  private Facts afterPoint(int index, Resumption point, Facts in) {
    Facts resumed = new Facts(new BitSet(), point.held());
    for (int handler : flow.handlers(index)) {
      flowInto(handler, resumed);
    }
    if (!point.always()) {
      resumed.addAll(in);
    }
    return resumed;
  }

  /** The local that an instruction assigns; -1 if it assigns none. */
  static int writtenBy(AbstractInsnNode instruction) {
    if (instruction instanceof IincInsnNode increment) {
      return increment.var;
    }
    return instruction instanceof VarInsnNode variable && variable.getOpcode() >= Opcodes.ISTORE
        ? variable.var
        : -1;
  }

  private void flowInto(int target, Facts facts) {
    Facts known = before[target];
    if (known == null) {
      before[target] = new Facts(facts.changed(), facts.held());
      work.set(target);
    } else if (known.addAll(facts)) {
      work.set(target);
    }
  }
}
