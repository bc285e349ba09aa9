package dev.weft.agent.rewrite.find;

import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** A yield in a lambda whose interface's method is no coroutine. */
record PlainLambdaRule() implements RefusalRule {
  @Override
  public Optional<Reason> check(MethodNode method) {
    boolean lambda =
        (method.access & Opcodes.ACC_SYNTHETIC) != 0 && method.name.startsWith("lambda$");
    return lambda
        ? RefusalRule.ifYields(
            method,
            "a yield in a lambda that is no coroutine",
            "use a loop, or annotate the method of the lambda's interface @Coroutine")
        : Optional.empty();
  }
}
