package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.SourceLine;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** A yield while a monitor is held: suspending would return with the lock. */
record HeldMonitorRule(ClassIndex index, SuspensionPointFinder points) implements RefusalRule {
  private static final String CURE = "yield outside of it, or use a java.util.concurrent lock";

  @Override
  public Optional<Reason> check(MethodNode method) {
    boolean whole = (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
    if (whole && index.kindOf(method.desc) == CoroutineKind.GENERATOR) {
      return Optional.of(new Reason(-1, "a synchronized generator method", CURE));
    }
    return points.inMonitor(method).stream()
        .findFirst()
        .map(call ->
            new Reason(
                SourceLine.of(call),
                whole ? "a yield in a synchronized method" : "a yield in a synchronized block",
                CURE));
  }
}
