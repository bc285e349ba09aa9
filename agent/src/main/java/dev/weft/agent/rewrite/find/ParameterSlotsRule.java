package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.GeneratorView;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** More parameters than a method can have (JVMS 4.3.3), with the two that weaving adds. */
record ParameterSlotsRule() implements RefusalRule {
  private static final int MOST = 255;
  private static final int ADDED = 2;

  @Override
  public Optional<Reason> check(MethodNode method) {
    int slots = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
    if (slots + ADDED <= MOST || GeneratorView.returnedBy(method.desc).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            -1,
            "its parameters take " + slots + " slots, and weaving needs two more of the 255",
            "pass some of them in an object"));
  }
}
