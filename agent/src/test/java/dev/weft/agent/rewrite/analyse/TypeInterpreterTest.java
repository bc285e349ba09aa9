package dev.weft.agent.rewrite.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** What each instruction leaves on the stack (JVMS 6.5). */
class TypeInterpreterTest {
  private static final Handle HANDLE =
      new Handle(Opcodes.H_INVOKESTATIC, "p/A", "bootstrap", "()V", false);

  private final TypeInterpreter interpreter = new TypeInterpreter();

  private static AbstractInsnNode instruction(String line) {
    return Listing.at(Listing.method("m()V", line), 0);
  }

  private static Object item(char sort) {
    return VerificationType.of(Type.getType("" + sort)).item();
  }

  @ParameterizedTest
  @CsvSource({
    "ICONST_M1, I", "ICONST_0, I", "ICONST_5, I", "LCONST_0, J", "LCONST_1, J", "FCONST_0, F",
    "FCONST_1, F", "FCONST_2, F", "DCONST_0, D", "DCONST_1, D", "BIPUSH 7, I", "SIPUSH 7, I",
    "LDC 7, I", "LDC 7L, J", "GETSTATIC p/A.field J, J", "GETSTATIC p/A.field Z, I"
  })
  void constants(String line, char sort) {
    assertThat(interpreter.newOperation(instruction(line)).item()).isEqualTo(item(sort));
  }

  @Test
  void constants_that_are_references() {
    assertThat(interpreter.newOperation(instruction("ACONST_NULL")).isNull()).isTrue();
    assertThat(constant("text")).isEqualTo("java/lang/String");
    assertThat(constant(Type.getType("Lp/A;"))).isEqualTo("java/lang/Class");
    assertThat(constant(Type.getType("[I"))).isEqualTo("java/lang/Class");
    assertThat(constant(Type.getMethodType("()V"))).isEqualTo("java/lang/invoke/MethodType");
    assertThat(constant(HANDLE)).isEqualTo("java/lang/invoke/MethodHandle");
  }

  @Test
  void constants_that_are_computed_or_fractions() {
    assertThat(constant(1f)).isEqualTo(Opcodes.FLOAT);
    assertThat(constant(1d)).isEqualTo(Opcodes.DOUBLE);
    assertThat(constant(new ConstantDynamic("c", "J", HANDLE))).isEqualTo(Opcodes.LONG);
    assertThat(constant(new ConstantDynamic("c", "Lp/A;", HANDLE))).isEqualTo("p/A");
  }

  private Object constant(Object value) {
    return interpreter.newOperation(new LdcInsnNode(value)).item();
  }

  @Test
  void a_new_object_is_known_by_the_label_before_it_if_there_is_one() {
    MethodNode method = Listing.method("m()V", "site:\nNEW p/A\nNEW p/A");
    AbstractInsnNode labelled = Listing.at(method, 0);
    VerificationType type = interpreter.newOperation(labelled);
    assertThat(type.site()).isSameAs(labelled);
    assertThat(type.item()).isSameAs(method.instructions.getFirst());
    assertThat(interpreter.newOperation(Listing.at(method, 1)).item())
        .isInstanceOf(LabelNode.class)
        .isNotSameAs(method.instructions.getFirst());
  }

  @Test
  void what_pushes_nothing_is_no_constant() {
    assertThatThrownBy(() -> interpreter.newOperation(new InsnNode(Opcodes.NOP)))
        .hasMessage("unexpected opcode 0");
    assertThatThrownBy(() -> interpreter.newOperation(new InsnNode(Opcodes.IALOAD)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "LNEG, J", "I2L, J", "F2L, J", "D2L, J", "FNEG, F", "I2F, F", "L2F, F", "D2F, F", "DNEG, D",
    "I2D, D", "L2D, D", "F2D, D", "INEG, I", "L2I, I", "F2I, I", "D2I, I", "I2B, I", "I2C, I",
    "I2S, I", "ARRAYLENGTH, I", "INSTANCEOF p/A, I", "GETFIELD p/A.field D, D"
  })
  void of_one_operand(String line, char sort) {
    assertThat(unary(instruction(line))).isEqualTo(item(sort));
  }

  private Object unary(AbstractInsnNode instruction) {
    return interpreter.unaryOperation(instruction, VerificationType.INT).item();
  }

  @ParameterizedTest
  @CsvSource({
    "GETFIELD p/A.field Lp/B;, p/B",
    "CHECKCAST p/B, p/B",
    "ANEWARRAY p/B, [Lp/B;",
    "ANEWARRAY [I, [[I"
  })
  void of_one_operand_a_reference(String line, String type) {
    assertThat(unary(instruction(line))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"4, [Z", "5, [C", "6, [F", "7, [D", "8, [B", "9, [S", "10, [I", "11, [J"})
  void arrays_of_primitives(int operand, String type) {
    assertThat(unary(new IntInsnNode(Opcodes.NEWARRAY, operand))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "LALOAD, J", "LADD, J", "LSUB, J", "LMUL, J", "LDIV, J", "LREM, J", "LSHL, J", "LSHR, J",
    "LUSHR, J", "LAND, J", "LOR, J", "LXOR, J", "FALOAD, F", "FADD, F", "FSUB, F", "FMUL, F",
    "FDIV, F", "FREM, F", "DALOAD, D", "DADD, D", "DSUB, D", "DMUL, D", "DDIV, D", "DREM, D",
    "IALOAD, I", "BALOAD, I", "CALOAD, I", "SALOAD, I", "IADD, I", "ISHL, I", "LCMP, I", "FCMPL, I",
    "DCMPG, I"
  })
  void of_two_operands(String line, char sort) {
    assertThat(binary(instruction(line), VerificationType.INT)).isEqualTo(item(sort));
  }

  private Object binary(AbstractInsnNode instruction, VerificationType first) {
    return interpreter.binaryOperation(instruction, first, VerificationType.INT).item();
  }

  @ParameterizedTest
  @CsvSource({"[Lp/A;, p/A", "[[I, [I", "[[Lp/A;, [Lp/A;"})
  void an_element_of_an_array(String array, String element) {
    assertThat(binary(instruction("AALOAD"), VerificationType.of((Object) array)))
        .isEqualTo(element);
  }

  @Test
  void an_element_of_null_is_null() {
    assertThat(binary(instruction("AALOAD"), VerificationType.NULL)).isEqualTo(Opcodes.NULL);
  }

  @Test
  void calls_and_arrays_of_arrays() {
    assertThat(nary(instruction("INVOKESTATIC p/A.m()Lp/B;")).item()).isEqualTo("p/B");
    assertThat(nary(instruction("INVOKESTATIC p/A.m()J"))).isEqualTo(VerificationType.LONG);
    assertThat(nary(instruction("INVOKESTATIC p/A.m()V"))).isNull();
    assertThat(nary(new InvokeDynamicInsnNode("m", "(I)Lp/B;", HANDLE)).item()).isEqualTo("p/B");
    assertThat(nary(new MultiANewArrayInsnNode("[[I", 2)).item()).isEqualTo("[[I");
  }

  private VerificationType nary(AbstractInsnNode instruction) {
    return interpreter.naryOperation(instruction, List.of());
  }

  @Test
  void a_store_into_an_array_leaves_nothing_and_a_copy_the_same() {
    VerificationType type = VerificationType.of((Object) "p/A");
    assertThat(interpreter.ternaryOperation(instruction("IASTORE"), type, type, type)).isNull();
    assertThat(interpreter.copyOperation(instruction("DUP"), type)).isSameAs(type);
    assertThat(interpreter.newValue(null)).isEqualTo(VerificationType.TOP);
    assertThat(interpreter.newValue(Type.VOID_TYPE)).isNull();
    assertThat(interpreter.newValue(Type.getType("Lp/A;"))).isEqualTo(type);
  }
}
