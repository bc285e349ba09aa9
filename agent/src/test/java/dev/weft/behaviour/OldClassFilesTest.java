package dev.weft.behaviour;

import static dev.weft.behaviour.HandMade.OBJECT;

import dev.weft.weaving.Case;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files of old compilers: without frames, with dead code, with jsr and ret. */
@Case("XC-05")
class OldClassFilesTest {
  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6})
  void merges_without_frames(int version) {
    HandMade.check(version, ClassWriter.COMPUTE_MAXS, OldClassFilesTest::merges);
  }

  private static void merges(HandMade code) {
    Label loop = new Label();
    Label other = new Label();
    Label join = new Label();
    code.iconst(0);
    code.store(0, Type.INT_TYPE);
    code.aconst(null);
    code.store(1, OBJECT);
    code.mark(loop);
    code.load(0, Type.INT_TYPE);
    code.step(Type.INT_TYPE);
    code.iconst(1);
    code.and(Type.INT_TYPE);
    code.ifne(other);
    code.stepped("text");
    code.store(1, OBJECT);
    code.goTo(join);
    code.mark(other);
    code.iconst(4);
    code.newarray(Type.INT_TYPE);
    code.store(1, OBJECT);
    code.mark(join);
    code.load(1, OBJECT);
    code.step(OBJECT);
    code.pop();
    code.iinc(0, 1);
    code.load(0, Type.INT_TYPE);
    code.iconst(4);
    code.ificmplt(loop);
    code.load(1, OBJECT);
    code.giveBack();
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6, Opcodes.V1_8})
  void dead_code(int version) {
    int options = version < Opcodes.V1_7 ? ClassWriter.COMPUTE_MAXS : ClassWriter.COMPUTE_FRAMES;
    HandMade.check(
        version,
        options,
        code -> {
          Label end = new Label();
          code.stepped("a");
          code.goTo(end);
          code.stepped("dead");
          code.pop2();
          code.mark(end);
          code.step(OBJECT);
          code.giveBack();
          code.stepped("dead too");
          code.giveBack();
        });
  }

  /** One subroutine called from two places, with a value below. */
  @Case("XC-05")
  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_4, Opcodes.V1_5})
  void subroutines_of_the_jvm(int version) {
    HandMade.check(version, 0, OldClassFilesTest::finallyByJsr);
  }

  private static void finallyByJsr(HandMade code) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label subroutine = new Label();
    code.catches(start, end, handler, null);
    code.mark(start);
    code.stepped("body");
    code.mark(end);
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.giveBack();
    code.mark(handler);
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.checkcast(Type.getType(Throwable.class));
    code.athrow();
    code.mark(subroutine);
    code.store(2, OBJECT);
    code.pause("finally");
    code.pause("once more");
    code.visitVarInsn(Opcodes.RET, 2);
  }

  /** XC-05: the frames that such class files lack name the class that two of the JDK's share. */
  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_4, Opcodes.V1_5})
  void classes_of_the_jdk_that_join(int version) {
    HandMade.check(version, ClassWriter.COMPUTE_MAXS, OldClassFilesTest::joinsExceptions);
  }

  private static void joinsExceptions(HandMade code) {
    Label other = new Label();
    Label join = new Label();
    code.iconst(1);
    code.step(Type.INT_TYPE);
    code.ifeq(other);
    makeException(code, IllegalStateException.class);
    code.goTo(join);
    code.mark(other);
    makeException(code, IOException.class);
    code.mark(join);
    code.store(0, OBJECT);
    code.pause("joined");
    code.load(0, OBJECT);
    code.invokevirtual("java/lang/Exception", "toString", "()Ljava/lang/String;", false);
    code.giveBack();
  }

  private static void makeException(HandMade code, Class<?> type) {
    code.anew(Type.getType(type));
    code.dup();
    code.stepped("message");
    code.checkcast(HandMade.STRING);
    code.invokespecial(Type.getInternalName(type), "<init>", "(Ljava/lang/String;)V", false);
  }
}
