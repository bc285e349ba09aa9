package dev.weft.agent.rewrite.find;

import static dev.weft.agent.rewrite.model.RuntimeNames.ANNOTATION;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINES;
import static dev.weft.agent.rewrite.model.RuntimeNames.GENERATOR;
import static dev.weft.agent.rewrite.model.RuntimeNames.YIELDER;

import dev.weft.agent.rewrite.model.Neighbours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Spares the generators that are only ever delegated to. In {@code yieldFrom(walk(left))} nobody
 * else can have the generator, so the method can run in the coroutine of its delegator, as a
 * subroutine does:
 *
 * <ol>
 *   <li>A generator method {@code walk(..)Generator} that a coroutine of its class calls for a
 *       delegation gets a copy {@code walk(..)Object}, a delegate, which returns the result.
 *   <li>The call and the {@code yieldFrom} after it become a call of that copy.
 * </ol>
 *
 * <p>Not where a {@code Yielder} is used, which tells one coroutine from another, nor where it
 * would double code that is too large to be compiled by the JIT anyway.
 */
final class DirectDelegations {
  private static final String YIELD_FROM = "(L" + GENERATOR + ";)Ljava/lang/Object;";
  private static final int NOT_DELEGATED =
      Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_BRIDGE;
  private static final int MOST_SLOTS = 255 - 3;

  /** {@code HugeMethodLimit} of HotSpot. */
  private static final int LARGEST_CODE = 8000;

  private final ClassNode type;
  private final Map<MethodNode, Optional<MethodNode>> delegates = new LinkedHashMap<>();

  private DirectDelegations(ClassNode type) {
    this.type = type;
  }

  /** Replaces all that a class has; returns the delegates that were added to it. */
  static Set<MethodNode> replace(ClassNode type) {
    if ((type.access & Opcodes.ACC_INTERFACE) != 0) {
      return Set.of();
    }
    return new DirectDelegations(type).replace();
  }

  private Set<MethodNode> replace() {
    for (MethodNode method : type.methods) {
      if (isCoroutine(method)) {
        replaceCalls(method);
      }
    }
    Set<MethodNode> added = new LinkedHashSet<>(); // what is woven depends on the class file alone
    delegates.forEach((generator, delegate) ->
        delegate.ifPresent(copy -> {
          copyCode(generator, copy);
          added.add(copy);
        }));
    type.methods.addAll(added);
    return added;
  }

  private static boolean isCoroutine(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(a -> a.desc.equals(ANNOTATION));
  }

  // === The calls ===

  private void replaceCalls(MethodNode method) {
    List<MethodInsnNode> calls = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && isDelegatedTo(call)) {
        calls.add(call);
      }
    }
    if (calls.isEmpty()) {
      return;
    }
    MonitorDepth monitors = MonitorDepth.of(method);
    calls.removeIf(call -> monitors.isHeld(method.instructions.indexOf(call)));
    calls.forEach(call -> delegate(call).ifPresent(delegate -> replace(method, call, delegate)));
  }

  private boolean isDelegatedTo(MethodInsnNode call) {
    return call.owner.equals(type.name)
        && returnsGenerator(call.desc)
        && Neighbours.next(call) instanceof MethodInsnNode next
        && next.owner.equals(COROUTINES)
        && next.name.equals("yieldFrom")
        && next.desc.equals(YIELD_FROM);
  }

  private static boolean returnsGenerator(String descriptor) {
    return descriptor.endsWith(")L" + GENERATOR + ";");
  }

  private static void replace(MethodNode method, MethodInsnNode call, MethodNode delegate) {
    method.instructions.remove(Neighbours.next(call));
    call.setOpcode(isStatic(delegate) ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL);
    call.desc = delegate.desc;
  }

  // === The delegates ===

  private Optional<MethodNode> delegate(MethodInsnNode call) {
    return find(call.name, call.desc)
        .filter(generator -> isStatic(generator) == (call.getOpcode() == Opcodes.INVOKESTATIC))
        .flatMap(generator -> delegates.computeIfAbsent(generator, this::delegate));
  }

  private Optional<MethodNode> find(String name, String descriptor) {
    return type.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
        .findFirst();
  }

  private static boolean isStatic(MethodNode method) {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /** The copy that a generator method is to get, without its code yet. */
  private Optional<MethodNode> delegate(MethodNode generator) {
    String descriptor =
        Type.getMethodDescriptor(Type.getType(Object.class), Type.getArgumentTypes(generator.desc));
    if (!canBeDelegated(generator) || find(generator.name, descriptor).isPresent()) {
      return Optional.empty();
    }
    int access =
        Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC | (generator.access & Opcodes.ACC_STATIC);
    return Optional.of(new MethodNode(access, generator.name, descriptor, null, null));
  }

  private static boolean canBeDelegated(MethodNode generator) {
    int slots = Type.getArgumentsAndReturnSizes(generator.desc) >> 2;
    CodeSizeEvaluator size = new CodeSizeEvaluator(null);
    generator.accept(size);
    return isCoroutine(generator)
        && (generator.access & NOT_DELEGATED) == 0
        && slots <= MOST_SLOTS
        && size.getMaxSize() <= LARGEST_CODE
        && !generator.desc.contains(YIELDER)
        && !needsItsOwnCoroutine(generator);
  }

  /** Or is refused, should it yield while it holds a monitor. */
  private static boolean needsItsOwnCoroutine(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction.getOpcode() == Opcodes.MONITORENTER
          || (instruction instanceof MethodInsnNode call && usesYielder(call))) {
        return true;
      }
    }
    return false;
  }

  private static boolean usesYielder(MethodInsnNode call) {
    return call.owner.equals(YIELDER) || call.desc.contains(YIELDER);
  }

  private static void copyCode(MethodNode generator, MethodNode delegate) {
    generator.accept(delegate);
    delegate.exceptions = new ArrayList<>(generator.exceptions);
    delegate.visibleAnnotations = new ArrayList<>(List.of(new AnnotationNode(ANNOTATION)));
    delegate.invisibleAnnotations = null;
    delegate.visibleParameterAnnotations = null;
    delegate.invisibleParameterAnnotations = null;
    delegate.visibleTypeAnnotations = null;
    delegate.invisibleTypeAnnotations = null;
    delegate.parameters = null;
  }
}
