package dev.weft.agent.cli;

import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SourceLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds calls of coroutines that fail if those suspend, since a frame between them and their
 * generator cannot.
 *
 * <ol>
 *   <li>A coroutine calls one while it holds a monitor.
 *   <li>A constructor or a static initialiser calls one.
 *   <li>A method or lambda that is no coroutine calls one, and a coroutine reaches it.
 *   <li>A {@code Yielder} is used where there is no coroutine.
 * </ol>
 */
final class BrokenChains {
  private final CallGraph graph;
  private final Map<CallGraph.Method, CallGraph.Method> reachedFrom = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private BrokenChains(CallGraph graph) {
    this.graph = graph;
  }

  /** Finds those of a graph. */
  static List<Problem> find(CallGraph graph) {
    BrokenChains chains = new BrokenChains(graph);
    chains.reach();
    graph.methods().forEach(chains::check);
    return chains.problems;
  }

  /** Walks from the coroutines through methods that are none. */
  private void reach() {
    Deque<CallGraph.Method> open = new ArrayDeque<>();
    graph.methods().stream().filter(CallGraph.Method::isCoroutine).forEach(open::add);
    while (!open.isEmpty()) {
      CallGraph.Method caller = open.remove();
      for (CallGraph.Method callee : graph.callees(caller)) {
        if (!callee.isCoroutine() && !reachedFrom.containsKey(callee)) {
          reachedFrom.put(callee, caller.isCoroutine() ? caller : originOf(caller));
          open.add(callee);
        }
      }
    }
  }

  private CallGraph.Method originOf(CallGraph.Method reached) {
    return Objects.requireNonNull(reachedFrom.get(reached));
  }

  private void check(CallGraph.Method method) {
    for (AbstractInsnNode instruction : method.node().instructions) {
      if (instruction instanceof MethodInsnNode call) {
        check(method, call);
      }
    }
  }

  private void check(CallGraph.Method method, MethodInsnNode call) {
    boolean coroutine = method.isCoroutine();
    if (!coroutine && isYielder(call)) {
      String cure =
          isLambda(method)
              ? "use a loop, or annotate the method of the lambda's interface @Coroutine"
              : "annotate the method @Coroutine";
      add(method, call, "a use of a Yielder in a method that is no coroutine", cure);
    } else if (graph.callsSubroutine(call) && graph.maySuspend(call)) {
      String callee = call.owner.replace('/', '.') + "." + call.name;
      if (!coroutine) {
        checkPlain(method, call, callee);
      } else if (!suspends(method, call)) {
        add(
            method,
            call,
            "a call of the coroutine " + callee + " while a monitor is held (synchronized)",
            "call it outside of it, or use a java.util.concurrent lock");
      }
    }
  }

  private static boolean isYielder(MethodInsnNode call) {
    return call.owner.equals(RuntimeNames.YIELDER) && CallGraph.isYield(call);
  }

  private static boolean suspends(CallGraph.Method method, MethodInsnNode call) {
    Set<AbstractInsnNode> points = method.coroutine().orElseThrow().calls();
    return points.contains(call);
  }

  private void checkPlain(CallGraph.Method method, MethodInsnNode call, String callee) {
    String name = method.node().name;
    if (name.startsWith("<")) {
      String kind = name.equals("<init>") ? "a constructor" : "a static initialiser";
      add(
          method,
          call,
          "a call of the coroutine " + callee + " in " + kind + ", which cannot be suspended",
          "call it in a method that is a coroutine");
      return;
    }
    CallGraph.@Nullable Method origin = reachedFrom.get(method);
    if (origin != null && !isGenerated(method)) {
      String what = isLambda(method) ? "a lambda" : "a method";
      add(
          method,
          call,
          "a call of the coroutine "
              + callee
              + " in "
              + what
              + " that is no coroutine, though "
              + origin.name()
              + " reaches it",
          isLambda(method)
              ? "use a loop, or annotate the method of the lambda's interface @Coroutine"
              : "annotate " + method.name() + " @Coroutine");
    }
  }

  private static boolean isLambda(CallGraph.Method method) {
    return (method.node().access & Opcodes.ACC_SYNTHETIC) != 0
        && method.node().name.startsWith("lambda$");
  }

  /** Whether a method has no source: a bridge, an accessor, or what weaving has added. */
  private static boolean isGenerated(CallGraph.Method method) {
    return (method.node().access & Opcodes.ACC_SYNTHETIC) != 0 && !isLambda(method);
  }

  private void add(CallGraph.Method method, MethodInsnNode call, String reason, String cure) {
    problems.add(Problem.in(method.type(), method.node(), SourceLine.of(call), reason, cure));
  }
}
