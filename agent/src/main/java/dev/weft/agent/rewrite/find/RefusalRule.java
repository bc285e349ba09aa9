package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.SourceLine;
import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/** One reason for which a method cannot be woven. */
@FunctionalInterface
interface RefusalRule {
  /**
   * Checks a method.
   *
   * @param method the method
   * @return the reason, if it applies
   */
  Optional<Reason> check(MethodNode method);

  /** Where, what cannot be done, and what to do instead. */
  record Reason(int line, String what, String cure) {}

  /** The reason that applies if a method yields directly. */
  static Optional<Reason> ifYields(MethodNode method, String what, String cure) {
    return SuspensionPointFinder.directYields(method).stream()
        .findFirst()
        .map(call -> new Reason(SourceLine.of(call), what, cure));
  }
}
