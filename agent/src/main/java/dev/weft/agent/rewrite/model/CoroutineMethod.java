package dev.weft.agent.rewrite.model;

import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A coroutine method to be woven. The method node and its instructions are the class file's own and
 * are not changed by the stages.
 *
 * @param owner the class that declares it
 * @param ownerIsInterface whether that is an interface
 * @param method the method
 * @param calls the calls in it that can suspend
 * @param kind what kind of coroutine it is
 * @param bodyName the name of its body: its own, so that stack traces read like the source, but for
 *     a number where bodies of overloads would collide
 */
public record CoroutineMethod(
    String owner,
    boolean ownerIsInterface,
    MethodNode method,
    Set<AbstractInsnNode> calls,
    CoroutineKind kind,
    String bodyName) {
  /** Copies the set. */
  public CoroutineMethod {
    calls = Set.copyOf(calls);
  }

  /** The same with a body of another name. */
  public CoroutineMethod withBodyName(String name) {
    return new CoroutineMethod(owner, ownerIsInterface, method, calls, kind, name);
  }

  /** What a call of it returns, if it is a generator method; empty if it is a subroutine. */
  public Optional<GeneratorView> view() {
    return isGenerator() ? GeneratorView.returnedBy(method.desc) : Optional.empty();
  }

  /** Whether it is a generator method. */
  public boolean isGenerator() {
    return kind == CoroutineKind.GENERATOR;
  }

  /** Whether it is a generator method as delegations to calls of it run it. */
  public boolean isDelegate() {
    return kind == CoroutineKind.DELEGATE;
  }

  /** Whether it is the code of a lambda that is a subroutine. */
  public boolean isLambda() {
    return kind == CoroutineKind.LAMBDA;
  }

  /** Whether it suspends whenever it is called. */
  public boolean isSoaked() {
    return kind == CoroutineKind.SOAKED;
  }

  /** Whether its body can suspend before anything else: not while it holds its own monitor. */
  public boolean suspendsAtStart() {
    return isSoaked() && (method.access & Opcodes.ACC_SYNCHRONIZED) == 0;
  }

  /** Whether it is static. */
  public boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /**
   * The access of its body: in an interface the frame, another class, can call public ones only.
   */
  public int bodyAccess() {
    int visibility = ownerIsInterface ? Opcodes.ACC_PUBLIC : 0;
    return Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | visibility;
  }

  /**
   * The descriptor of its body: the frame, the coroutine and what it is resumed with come first. A
   * generator's frame has the arguments from the start, and keeps the result.
   */
  public String bodyDescriptor() {
    String added = RuntimeNames.BODY_PARAMETERS;
    if (isGenerator()) {
      return added + ")V";
    }
    String self = isStatic() ? "" : Type.getObjectType(owner).getDescriptor();
    return added + self + method.desc.substring(1);
  }

  /** Whether it has code. */
  public boolean hasCode() {
    return (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
  }

  /** Whether a state machine has to be made of it. */
  public boolean needsBody() {
    return hasCode() && (kind != CoroutineKind.SUBROUTINE || !calls.isEmpty() || asksLibrary());
  }

  /** Whether it asks what only code that is given the coroutine can answer. */
  private boolean asksLibrary() {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && call.owner.equals(RuntimeNames.COROUTINES)) {
        return true;
      }
    }
    return false;
  }
}
