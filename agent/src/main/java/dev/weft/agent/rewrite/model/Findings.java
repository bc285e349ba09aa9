package dev.weft.agent.rewrite.model;

import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/**
 * All that weaving has to do in a class.
 *
 * @param coroutines the coroutine methods
 * @param lambdas the lambdas to link anew
 * @param overrides methods without the annotation that override or implement a coroutine method, as
 *     the class declares them, and whose twin calls them
 * @param inherited likewise methods that the class only inherits, from where two twins collide
 * @param refusals what cannot be woven
 */
public record Findings(
    List<CoroutineMethod> coroutines,
    List<CoroutineLambda> lambdas,
    List<MethodNode> overrides,
    List<ClassInfo.Method> inherited,
    List<Refusal> refusals) {
  /** Copies the lists. */
  public Findings {
    coroutines = List.copyOf(coroutines);
    lambdas = List.copyOf(lambdas);
    overrides = List.copyOf(overrides);
    inherited = List.copyOf(inherited);
    refusals = List.copyOf(refusals);
  }

  /** The refusals that users must see when they call: all but those of soaked programs. */
  public List<Refusal> thrown() {
    List<MethodNode> soaked =
        coroutines.stream().filter(CoroutineMethod::isSoaked).map(CoroutineMethod::method).toList();
    return refusals.stream().filter(refusal -> !soaked.contains(refusal.method())).toList();
  }

  /** Whether the class is to stay as it is. */
  public boolean isEmpty() {
    return coroutines.isEmpty()
        && lambdas.isEmpty()
        && overrides.isEmpty()
        && inherited.isEmpty()
        && refusals.isEmpty();
  }
}
