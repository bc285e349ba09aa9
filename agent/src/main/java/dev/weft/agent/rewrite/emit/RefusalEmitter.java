package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Refusal;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes a method that is refused throw the reason when it is called. */
final class RefusalEmitter {
  private static final String ERROR = "java/lang/IllegalStateException";

  private RefusalEmitter() {}

  static void emit(Refusal refusal) {
    refusal.method().access &= ~Opcodes.ACC_SYNCHRONIZED;
    PlainEntryEmitter.replaceCode(
        refusal.method(),
        code -> {
          code.anew(Type.getObjectType(ERROR));
          code.dup();
          code.aconst(refusal.message());
          code.invokespecial(ERROR, "<init>", "(Ljava/lang/String;)V", false);
          code.athrow();
        });
  }
}
