package dev.weft.agent.rewrite.find;

import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/** A yield in a static initialiser: the JVM calls it, holding a lock. */
record StaticInitialiserRule() implements RefusalRule {
  @Override
  public Optional<Reason> check(MethodNode method) {
    return method.name.equals("<clinit>")
        ? RefusalRule.ifYields(method, "a yield in a static initialiser", "yield in a method")
        : Optional.empty();
  }
}
