package dev.weft.agent.cli;

import dev.weft.agent.rewrite.Inspection;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods of some classes call which; those of other classes are not known. */
final class CallGraph {
  private static final int FIXED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

  private final ClassIndex index;
  private final Map<String, Map<String, Method>> methods = new LinkedHashMap<>();
  private final Map<String, List<Method>> bySignature = new HashMap<>();
  private final Map<Method, Boolean> suspending = new HashMap<>();

  /**
   * A method.
   *
   * @param type its class
   * @param node its code
   * @param coroutine what it is as a coroutine, if it is one
   */
  record Method(ClassNode type, MethodNode node, Optional<CoroutineMethod> coroutine) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Method method && method.node == node;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }

    boolean isCoroutine() {
      return coroutine.isPresent();
    }

    String name() {
      return Problem.nameOf(type.name, node);
    }
  }

  /**
   * Builds the graph.
   *
   * @param index what the classes see
   * @param classes the classes
   */
  CallGraph(ClassIndex index, List<Inspection> classes) {
    this.index = index;
    for (Inspection inspected : classes) {
      Map<MethodNode, CoroutineMethod> coroutines = new HashMap<>();
      inspected.findings().coroutines().forEach(c -> coroutines.put(c.method(), c));
      Map<String, Method> own = new LinkedHashMap<>();
      for (MethodNode node : inspected.type().methods) {
        Optional<CoroutineMethod> coroutine = Optional.ofNullable(coroutines.get(node));
        Method method = new Method(inspected.type(), node, coroutine);
        own.put(node.name + node.desc, method);
        bySignature.computeIfAbsent(node.name + node.desc, k -> new ArrayList<>()).add(method);
      }
      methods.put(inspected.type().name, own);
    }
  }

  /** All methods. */
  List<Method> methods() {
    return methods.values().stream().flatMap(own -> own.values().stream()).toList();
  }

  /** Whether a call names a coroutine that runs in its caller's. */
  boolean callsSubroutine(MethodInsnNode call) {
    return !call.name.startsWith("<") && index.isSubroutine(call.owner, call.name, call.desc);
  }

  /** Whether what a call reaches may suspend, as far as can be seen. */
  boolean maySuspend(MethodInsnNode call) {
    if (isYield(call)) {
      return true;
    }
    Set<Method> called = targets(call.owner, call.name, call.desc);
    return called.isEmpty() || called.stream().anyMatch(this::maySuspend);
  }

  /** Whether a call is one of the library's that suspend. */
  static boolean isYield(MethodInsnNode call) {
    return (call.owner.equals(RuntimeNames.COROUTINES) || call.owner.equals(RuntimeNames.YIELDER))
        && RuntimeNames.SUSPENDING.contains(call.name);
  }

  private boolean maySuspend(Method method) {
    if (method.coroutine().isEmpty()) {
      return false;
    }
    Boolean known = suspending.get(method);
    if (known == null) {
      suspending.put(method, false); // as far as recursion goes
      known =
          method.coroutine().get().calls().stream()
              .anyMatch(call -> call instanceof MethodInsnNode called && maySuspend(called));
      suspending.put(method, known);
    }
    return known;
  }

  /** What a method calls, or makes a lambda of. Calls of the JDK's types could be of anything. */
  Set<Method> callees(Method method) {
    Set<Method> callees = new LinkedHashSet<>();
    for (AbstractInsnNode instruction : method.node().instructions) {
      if (instruction instanceof MethodInsnNode call && !ClassIndex.isJdk(call.owner)) {
        callees.addAll(targets(call.owner, call.name, call.desc));
      } else if (instruction instanceof InvokeDynamicInsnNode site) {
        for (Object argument : site.bsmArgs) {
          if (argument instanceof Handle code) {
            callees.addAll(targets(code.getOwner(), code.getName(), code.getDesc()));
          }
        }
      }
    }
    return callees;
  }

  /** The methods with code that a call can reach: the one that it names, and its overrides. */
  private Set<Method> targets(String owner, String name, String descriptor) {
    String signature = name + descriptor;
    Set<Method> targets = new LinkedHashSet<>();
    for (ClassInfo type : index.hierarchy(owner)) {
      Method declared = methods.getOrDefault(type.name(), Map.of()).get(signature);
      if (declared != null) {
        targets.add(declared);
        if ((declared.node().access & FIXED) != 0) {
          return targets;
        }
        break;
      }
    }
    for (Method method : bySignature.getOrDefault(signature, List.of())) {
      if ((method.node().access & FIXED) == 0 && index.isSupertype(owner, method.type().name)) {
        targets.add(method);
      }
    }
    targets.removeIf(method -> (method.node().access & Opcodes.ACC_ABSTRACT) != 0);
    return targets;
  }
}
