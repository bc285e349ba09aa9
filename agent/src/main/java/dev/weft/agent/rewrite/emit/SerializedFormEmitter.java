package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Conversions;
import dev.weft.agent.rewrite.model.CoroutineLambda;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/**
 * Emits what a serialisable lambda is replaced by when it is written: a {@code SerializedLambda}
 * that names the method that the source refers to, so that the host's own deserialiser knows it.
 */
final class SerializedFormEmitter {
  private static final String SERIALIZED = "java/lang/invoke/SerializedLambda";
  private static final String TEXT = "Ljava/lang/String;";
  private static final String CONSTRUCTOR =
      "(Ljava/lang/Class;" + TEXT.repeat(3) + "I" + TEXT.repeat(4) + "[Ljava/lang/Object;)V";

  private final CoroutineLambda lambda;
  private final String owner;

  SerializedFormEmitter(CoroutineLambda lambda, String owner) {
    this.lambda = lambda;
    this.owner = owner;
  }

  /** Emits the reading of a captured value. */
  @FunctionalInterface
  interface Captured {
    /** Pushes the captured value of that index. */
    void load(InstructionAdapter code, int index);
  }

  /** Emits the body of {@code writeReplace}. */
  void emit(InstructionAdapter code, Captured captured) {
    Handle implementation = lambda.implementation();
    code.anew(Type.getObjectType(SERIALIZED));
    code.dup();
    code.tconst(Type.getObjectType(owner));
    code.aconst(lambda.interfaceType().getInternalName());
    code.aconst(lambda.method());
    code.aconst(lambda.erased().getDescriptor());
    code.iconst(implementation.getTag());
    code.aconst(implementation.getOwner());
    code.aconst(implementation.getName());
    code.aconst(implementation.getDesc());
    code.aconst(lambda.instantiated().getDescriptor());
    capturedValues(code, captured);
    code.invokespecial(SERIALIZED, "<init>", CONSTRUCTOR, false);
    code.areturn(InstructionAdapter.OBJECT_TYPE);
  }

  private void capturedValues(InstructionAdapter code, Captured captured) {
    code.iconst(lambda.captured().size());
    code.newarray(InstructionAdapter.OBJECT_TYPE);
    for (int i = 0; i < lambda.captured().size(); i++) {
      code.dup();
      code.iconst(i);
      captured.load(code, i);
      Conversions.box(code, lambda.captured().get(i));
      code.astore(InstructionAdapter.OBJECT_TYPE);
    }
  }
}
