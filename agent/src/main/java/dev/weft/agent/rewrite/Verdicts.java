package dev.weft.agent.rewrite;

import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Findings;
import dev.weft.agent.rewrite.model.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The refusals that show only after weaving was tried. */
final class Verdicts {
  private Verdicts() {}

  /** Adds to the methods known to have become too large those that could not be written. */
  static Set<String> with(Set<String> tooLarge, TooLargeException e) {
    Set<String> all = new HashSet<>(tooLarge);
    if (!all.addAll(e.methods())) {
      throw e; // refusing them did not help
    }
    return all;
  }

  /** Refuses the methods whose woven form is too large. */
  static Findings refuse(ClassNode type, Findings findings, Set<String> tooLarge) {
    if (tooLarge.isEmpty()) {
      return findings;
    }
    Predicate<CoroutineMethod> isTooLarge =
        c -> tooLarge.contains(c.bodyName() + c.bodyDescriptor());
    List<Refusal> refusals = new ArrayList<>(findings.refusals());
    findings.coroutines().stream()
        .filter(isTooLarge)
        .map(c ->
            refusal(
                type,
                c.method(),
                "its woven form is larger than 64 KB",
                "split it into smaller @Coroutine methods"))
        .forEach(refusals::add);
    return new Findings(
        findings.coroutines(),
        findings.lambdas(),
        findings.overrides(),
        findings.inherited(),
        refusals);
  }

  /** Refuses every coroutine method of a class. */
  static Findings refuseAll(ClassNode type, ClassIndex index, Throwable failure) {
    ClassInfo info = ClassInfo.of(type);
    boolean inInterface = info.isInterface();
    List<CoroutineMethod> coroutines = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < type.methods.size(); i++) {
      MethodNode method = type.methods.get(i);
      if (index.isCoroutine(info, info.methods().get(i))) {
        CoroutineKind kind = index.kindOf(method.desc);
        coroutines.add(
            new CoroutineMethod(type.name, inInterface, method, Set.of(), kind, method.name));
        if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
          refusals.add(
              refusal(
                  type,
                  method,
                  "weaving its class failed: " + failure,
                  "please report this with the class file"));
        }
      }
    }
    return new Findings(coroutines, List.of(), List.of(), List.of(), refusals);
  }

  private static Refusal refusal(ClassNode type, MethodNode method, String reason, String cure) {
    Optional<String> file = Optional.ofNullable(type.sourceFile);
    return new Refusal(type.name, file, method, -1, reason, cure);
  }
}
