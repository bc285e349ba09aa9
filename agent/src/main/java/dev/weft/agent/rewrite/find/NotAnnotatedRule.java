package dev.weft.agent.rewrite.find;

import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/** A yield in a method that lacks the annotation. */
record NotAnnotatedRule() implements RefusalRule {
  @Override
  public Optional<Reason> check(MethodNode method) {
    return RefusalRule.ifYields(
        method, "a yield in a method that is no coroutine", "annotate the method @Coroutine");
  }
}
