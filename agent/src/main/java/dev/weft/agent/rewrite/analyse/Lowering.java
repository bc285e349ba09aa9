package dev.weft.agent.rewrite.analyse;

import static dev.weft.agent.rewrite.model.RuntimeNames.COMPLETION;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINES;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINE_TYPE;
import static dev.weft.agent.rewrite.model.RuntimeNames.DELEGATION;
import static dev.weft.agent.rewrite.model.RuntimeNames.YIELDER;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.Conversions;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.Neighbours;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Replaces the calls that mean something else in woven code, one by one, in place:
 *
 * <pre>
 *   Coroutines.yield()        Coroutines.yield(null)
 *   yielder.yield(v)          check the yielder; Coroutines.yield(v)
 *   Coroutines.yield(v)       stays; in a subroutine after a check that there is a coroutine
 *   yield(Integer.valueOf(i)) yield(i), and so for every wrapper: boxing is put off
 *   Coroutines.yieldFrom(x)   Delegation.yieldFrom(x, coroutine); with a yielder likewise
 *   subroutine(a)             subroutine(a, coroutine)
 *   isSuspendable(), current()   ask for, or are, the coroutine
 *   done(r), done(), end()    r or null if returned at once, else a Completion
 *   return g                  (in a generator) store the result and the state; return
 *                             (delegated to without a generator) return the result
 * </pre>
 */
final class Lowering {
  private static final String VALUE_TO_VALUE = "(Ljava/lang/Object;)Ljava/lang/Object;";

  private final CoroutineKind kind;
  private final MethodNode code;
  private final Set<AbstractInsnNode> suspending;
  private final Set<AbstractInsnNode> resultReturns = new HashSet<>();

  /** Lowers a body whose suspending calls are given; that set is kept up to date. */
  Lowering(CoroutineKind kind, MethodNode code, Set<AbstractInsnNode> suspending) {
    this.kind = kind;
    this.code = code;
    this.suspending = suspending;
  }

  void lower() {
    for (AbstractInsnNode instruction : code.instructions.toArray()) {
      if (suspending.contains(instruction)) {
        lowerSuspending((MethodInsnNode) instruction);
      } else if (instruction instanceof MethodInsnNode call && call.owner.equals(COROUTINES)) {
        lowerQuery(call);
      } else if (kind.endsGenerator() && instruction.getOpcode() == Opcodes.ARETURN) {
        lowerReturn(instruction);
      }
    }
  }

  private void lowerSuspending(MethodInsnNode call) {
    if (call.owner.equals(COROUTINES)) {
      lowerStatic(call);
    } else if (call.owner.equals(YIELDER)) {
      lowerYielder(call);
    } else {
      before(call, coroutine());
      call.desc = RuntimeNames.twinDescriptor(call.desc);
    }
  }

  private void lowerStatic(MethodInsnNode call) {
    if (call.name.equals("yieldFrom")) {
      before(call, coroutine());
      becomeDelegation(call);
      return;
    }
    if (call.desc.startsWith("()")) {
      before(call, new InsnNode(Opcodes.ACONST_NULL));
      call.desc = VALUE_TO_VALUE;
    }
    putOffBoxing(call);
    if (!kind.endsGenerator()) {
      before(call, coroutine());
      before(call, virtual("ensureSuspendable", "()V"));
    }
  }

  /** Where the box is made for the yield alone: right before it, and no frame (a jump) between. */
  private void putOffBoxing(MethodInsnNode yield) {
    if (Neighbours.previous(yield) instanceof MethodInsnNode box && Conversions.boxes(box)) {
      yield.desc = "(" + Type.getArgumentTypes(box.desc)[0] + ")Ljava/lang/Object;";
      code.instructions.remove(box);
    }
  }

  private void lowerYielder(MethodInsnNode call) {
    if (call.name.equals("yield")) {
      putOffBoxing(call);
    }
    swapWithReceiver(call);
    before(call, coroutine());
    before(
        call,
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            COROUTINE,
            "requireRunning",
            "(Ljava/lang/Object;" + COROUTINE_TYPE + ")V"));
    if (call.name.equals("yieldFrom")) {
      before(call, coroutine());
      becomeDelegation(call);
    } else {
      call.setOpcode(Opcodes.INVOKESTATIC);
      call.owner = COROUTINES;
      call.itf = false;
    }
  }

  private void swapWithReceiver(MethodInsnNode call) {
    if (Type.getArgumentTypes(call.desc)[0].getSize() == 2) {
      before(call, new InsnNode(Opcodes.DUP2_X1));
      before(call, new InsnNode(Opcodes.POP2));
    } else {
      before(call, new InsnNode(Opcodes.SWAP));
    }
  }

  private static void becomeDelegation(MethodInsnNode call) {
    call.setOpcode(Opcodes.INVOKESTATIC);
    call.owner = DELEGATION;
    call.itf = false;
    call.desc = RuntimeNames.twinDescriptor(call.desc);
  }

  private void lowerQuery(MethodInsnNode call) {
    switch (call.name) {
      case "isSuspendable" -> {
        before(call, coroutine());
        code.instructions.set(call, virtual("isSuspendable", "()Z"));
      }
      case "current" -> code.instructions.set(call, coroutine());
      case "done", "end" -> lowerEnd(call);
      default -> {}
    }
  }

  private void lowerEnd(MethodInsnNode call) {
    if (!kind.endsGenerator()) {
      return; // meaningless there, and says so when called
    }
    boolean valued = !call.desc.startsWith("()");
    if (valued && !isReturnedAtOnce(call)) {
      String descriptor = "(Ljava/lang/Object;)L" + COMPLETION + ";";
      code.instructions.set(
          call, new MethodInsnNode(Opcodes.INVOKESTATIC, COMPLETION, "of", descriptor));
    } else if (valued) {
      AbstractInsnNode end = Objects.requireNonNull(Neighbours.next(call));
      resultReturns.add(end);
      code.instructions.remove(call);
    } else {
      code.instructions.set(call, new InsnNode(Opcodes.ACONST_NULL));
    }
  }

  private static boolean isReturnedAtOnce(AbstractInsnNode call) {
    AbstractInsnNode next = Neighbours.next(call);
    return next != null && next.getOpcode() == Opcodes.ARETURN;
  }

  /**
   * Ending is straight-line stores: a call here that does not get inlined would keep the generator
   * from living in registers.
   */
  private void lowerReturn(AbstractInsnNode end) {
    if (!returnsResult(end)) {
      before(end, new MethodInsnNode(Opcodes.INVOKESTATIC, COROUTINE, "resultOf", VALUE_TO_VALUE));
    }
    if (kind == CoroutineKind.DELEGATE) {
      return;
    }
    before(end, coroutine());
    before(end, new InsnNode(Opcodes.SWAP));
    before(end, new FieldInsnNode(Opcodes.PUTFIELD, COROUTINE, "transfer", "Ljava/lang/Object;"));
    before(end, coroutine());
    before(end, new LdcInsnNode(RuntimeNames.ENDED));
    before(end, new FieldInsnNode(Opcodes.PUTFIELD, COROUTINE, "state", "I"));
    code.instructions.set(end, new InsnNode(Opcodes.RETURN));
  }

  /** Whether what is returned is the generator's result already, or null. */
  private boolean returnsResult(AbstractInsnNode end) {
    if (resultReturns.contains(end)) {
      return true;
    }
    AbstractInsnNode previous = Neighbours.previous(end);
    while (previous instanceof TypeInsnNode) { // the cast of a generic end()
      previous = Neighbours.previous(previous);
    }
    return previous != null && previous.getOpcode() == Opcodes.ACONST_NULL;
  }

  private static AbstractInsnNode coroutine() {
    return new VarInsnNode(Opcodes.ALOAD, Body.COROUTINE);
  }

  private static MethodInsnNode virtual(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, COROUTINE, name, descriptor);
  }

  private void before(AbstractInsnNode place, AbstractInsnNode added) {
    code.instructions.insertBefore(place, added);
  }
}
