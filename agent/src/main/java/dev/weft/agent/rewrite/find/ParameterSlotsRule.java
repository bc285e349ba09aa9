package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.CoroutineKind;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** More parameters than a method can have (JVMS 4.3.3), with the three that weaving adds. */
record ParameterSlotsRule(ClassIndex index) implements RefusalRule {
  private static final int MOST = 255;
  private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  @Override
  public Optional<Reason> check(MethodNode method) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    int slots = (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - (isStatic ? 1 : 0);
    // A generator's arguments go to the constructor of its frame, which has a this on top.
    int added = index.kindOf(method.desc) == CoroutineKind.GENERATOR ? 1 : 3;
    if ((method.access & WITHOUT_CODE) != 0 || slots + added <= MOST) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            -1,
            "its parameters take " + slots + " slots, and weaving needs " + added + " more of 255",
            "pass some of them in an object"));
  }
}
