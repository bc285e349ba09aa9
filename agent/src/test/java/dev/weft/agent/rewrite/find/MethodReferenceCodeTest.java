package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the code of method references looks like. */
class MethodReferenceCodeTest {
  private static final Handle METAFACTORY =
      new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "m", "()V", false);

  private final ClassNode type = new ClassNode();

  MethodReferenceCodeTest() {
    type.name = "p/Type";
  }

  private Handle add(String captured, int tag, String target, String instantiated) {
    int parenthesis = target.indexOf('(');
    boolean inInterface = tag == Opcodes.H_INVOKEINTERFACE;
    return MethodReferenceCode.add(
        type,
        new InvokeDynamicInsnNode("run", "(" + captured + ")Lp/Face;", METAFACTORY),
        new Handle(
            tag,
            "p/A",
            target.substring(0, parenthesis),
            target.substring(parenthesis),
            inInterface),
        Type.getMethodType(instantiated));
  }

  private MethodNode last() {
    return type.methods.get(type.methods.size() - 1);
  }

  @Test
  void of_a_static_method() {
    Handle code = add("", Opcodes.H_INVOKESTATIC, "m(JI)I", "(JI)I");
    assertThat(Disassembly.of(last()))
        .isEqualTo("  LLOAD 0\n  ILOAD 2\n  INVOKESTATIC p/A.m(JI)I\n  IRETURN\n");
    assertThat(code)
        .isEqualTo(new Handle(Opcodes.H_INVOKESTATIC, "p/Type", "lambda$m$weft0", "(JI)I", false));
    assertThat(last().name + last().desc).isEqualTo("lambda$m$weft0(JI)I");
    assertThat(last().access)
        .isEqualTo(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC);
    assertThat(last().maxLocals).isEqualTo(3);
    assertThat(last().maxStack).as("room for what is converted").isGreaterThanOrEqualTo(3);
  }

  @Test
  void of_a_method_of_an_object_that_is_captured() {
    add("Lp/A;", Opcodes.H_INVOKEVIRTUAL, "m(I)V", "(I)V");
    assertThat(Disassembly.of(last()))
        .isEqualTo("  ALOAD 0\n  ILOAD 1\n  INVOKEVIRTUAL p/A.m(I)V\n  RETURN\n");
  }

  @Test
  void of_a_method_of_an_object_that_is_an_argument_and_has_to_be_cast() {
    add("", Opcodes.H_INVOKEINTERFACE, "m()V", "(Ljava/lang/Object;)V");
    assertThat(Disassembly.of(last()))
        .isEqualTo("  ALOAD 0\n  CHECKCAST p/A\n  INVOKEINTERFACE p/A.m()V\n  RETURN\n");
  }

  @Test
  void of_a_private_method_or_one_of_super() {
    add("Lp/A;", Opcodes.H_INVOKESPECIAL, "m()V", "()V");
    assertThat(Disassembly.of(last())).contains("INVOKESPECIAL p/A.m()V");
  }

  @Test
  void of_a_constructor() {
    Handle code = add("", Opcodes.H_NEWINVOKESPECIAL, "<init>(I)V", "(I)Lp/A;");
    assertThat(Disassembly.of(last()))
        .isEqualTo("  NEW p/A\n  DUP\n  ILOAD 0\n  INVOKESPECIAL p/A.<init>(I)V\n  ARETURN\n");
    assertThat(code.getName()).isEqualTo("lambda$init$weft0");
    assertThat(last().maxStack).isGreaterThanOrEqualTo(3);
  }

  @Test
  void arguments_and_results_are_converted() {
    add("", Opcodes.H_INVOKESTATIC, "m(J)I", "(Ljava/lang/Long;)Ljava/lang/Object;");
    assertThat(Disassembly.of(last()))
        .isEqualTo(
            """
              ALOAD 0
              CHECKCAST java/lang/Long
              INVOKEVIRTUAL java/lang/Long.longValue()J
              INVOKESTATIC p/A.m(J)I
              INVOKESTATIC java/lang/Integer.valueOf(I)Ljava/lang/Integer;
              ARETURN
            """);
    assertThat(last().maxStack).isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_result_that_nobody_wants_is_dropped() {
    add("", Opcodes.H_INVOKESTATIC, "m()J", "()V");
    assertThat(Disassembly.of(last())).isEqualTo("  INVOKESTATIC p/A.m()J\n  POP2\n  RETURN\n");
    add("", Opcodes.H_NEWINVOKESPECIAL, "<init>()V", "()V");
    assertThat(Disassembly.of(last())).endsWith("  POP\n  RETURN\n");
    assertThat(last().maxStack).as("the new object, twice").isEqualTo(2);
  }

  @Test
  void each_has_a_name_of_its_own() {
    add("", Opcodes.H_INVOKESTATIC, "m()V", "()V");
    add("", Opcodes.H_INVOKESTATIC, "other()V", "()V");
    assertThat(add("", Opcodes.H_INVOKESTATIC, "m()V", "()V").getName())
        .isEqualTo("lambda$m$weft1");
  }

  @Test
  void in_an_interface_the_handle_says_so() {
    type.access = Opcodes.ACC_INTERFACE;
    assertThat(add("", Opcodes.H_INVOKESTATIC, "m()V", "()V").isInterface()).isTrue();
  }
}
