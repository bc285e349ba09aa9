package dev.weft.agent.rewrite.find;

import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/** A yield in a constructor: its object could not be restored half made. */
record ConstructorRule() implements RefusalRule {
  @Override
  public Optional<Reason> check(MethodNode method) {
    return method.name.equals("<init>")
        ? RefusalRule.ifYields(
            method,
            "a yield in a constructor",
            "yield before or after it, in the method that calls it")
        : Optional.empty();
  }
}
