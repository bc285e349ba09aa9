package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which lambdas become generator methods, and what of them. */
class GeneratorLambdasTest {
  private static final int LAMBDA =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String OF = "of(Ldev/weft/Body;)Ldev/weft/Generator;";
  private static final String MADE = "INVOKESTATIC dev/weft/Generator." + OF + "\nARETURN";
  private static final String ECHO =
      "ALOAD 0\nILOAD 1\nPOP\nPOP\nALOAD 2\nILOAD 1\nPOP\nPOP\nLDC \"end\"\nARETURN";

  private final ClassNode type = new ClassNode();

  GeneratorLambdasTest() {
    type.name = "p/Type";
  }

  private MethodNode code(int access, String signature, String listing) {
    MethodNode method = Listing.method(access, signature, listing);
    type.methods.add(method);
    return method;
  }

  /** A method that makes a lambda of some code, with what follows. */
  private MethodNode user(String captured, MethodNode code, String listing) {
    return user(METAFACTORY, captured, code, listing);
  }

  private MethodNode user(String bootstrap, String captured, MethodNode code, String listing) {
    MethodNode method = Listing.method("user()Ldev/weft/Generator;", listing);
    boolean isStatic = (code.access & Opcodes.ACC_STATIC) != 0;
    int tag = isStatic ? Opcodes.H_INVOKESTATIC : Opcodes.H_INVOKESPECIAL;
    Handle factory = new Handle(Opcodes.H_INVOKESTATIC, bootstrap, "metafactory", "()V", false);
    Type run = Type.getMethodType("(Ldev/weft/Yielder;)Ljava/lang/Object;");
    Handle handle = new Handle(tag, type.name, code.name, code.desc, false);
    method.instructions.insert(
        new InvokeDynamicInsnNode(
            "run", "(" + captured + ")Ldev/weft/Body;", factory, run, handle, run));
    type.methods.add(method);
    return method;
  }

  private String replaced(MethodNode method) {
    GeneratorLambdas.replace(type);
    return Disassembly.of(method);
  }

  @Test
  void its_code_becomes_a_generator_method_whose_yielder_is_the_running_coroutine() {
    MethodNode code =
        code(
            LAMBDA,
            "lambda$0(JILdev/weft/Yielder;)Ljava/lang/Object;",
            "ALOAD 3\nPOP\nLDC \"end\"\nARETURN");
    code.maxStack = 1;
    user("JI", code, MADE);
    assertThat(replaced(code))
        .isEqualTo(
            """
              INVOKESTATIC dev/weft/Coroutines.current()Ldev/weft/Yielder;
              ASTORE 3
              INVOKESTATIC dev/weft/Coroutines.current()Ldev/weft/Yielder;
              POP
              LDC "end"
              INVOKESTATIC dev/weft/Coroutines.done(Ljava/lang/Object;)Ldev/weft/Generator;
              ARETURN
            """);
    assertThat(code.desc).isEqualTo("(JI)Ldev/weft/Generator;");
    assertThat(code.visibleAnnotations)
        .extracting(a -> a.desc)
        .containsExactly("Ldev/weft/Coroutine;");
    assertThat(code.maxStack).isEqualTo(2);
  }

  @Test
  void what_made_the_generator_calls_that_method() {
    MethodNode code = code(LAMBDA, "lambda$0(ILdev/weft/Yielder;)Ljava/lang/Object;", ECHO);
    MethodNode user = user("I", code, MADE);
    assertThat(replaced(user))
        .isEqualTo("  INVOKESTATIC p/Type.lambda$0(I)Ldev/weft/Generator;\n  ARETURN\n");
    assertThat(((MethodInsnNode) user.instructions.getFirst()).itf).isFalse();
  }

  @Test
  void one_that_captures_this_is_called_on_it() {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
    MethodNode code = code(access, "lambda$0(ILdev/weft/Yielder;)Ljava/lang/Object;", ECHO);
    MethodNode user = user("Lp/Type;I", code, MADE);
    assertThat(replaced(user))
        .isEqualTo("  INVOKESPECIAL p/Type.lambda$0(I)Ldev/weft/Generator;\n  ARETURN\n");
    assertThat(Disassembly.of(code))
        .startsWith("  INVOKESTATIC dev/weft/Coroutines.current()Ldev/weft/Yielder;\n  ASTORE 2\n");
  }

  @Test
  void in_an_interface_the_call_says_so() {
    type.access = Opcodes.ACC_INTERFACE;
    MethodNode code =
        code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode user = user("", code, MADE);
    GeneratorLambdas.replace(type);
    assertThat(((MethodInsnNode) user.instructions.getFirst()).itf).isTrue();
  }

  @Test
  void one_that_returns_nothing_ends_without_a_result() {
    MethodNode code = code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)V", "RETURN");
    user(
        "",
        code,
        "INVOKESTATIC dev/weft/Generator.each(Ldev/weft/VoidBody;)Ldev/weft/Generator;\nARETURN");
    assertThat(replaced(code)).endsWith("  ASTORE 0\n  ACONST_NULL\n  ARETURN\n");
  }

  @Test
  void a_yielder_that_is_assigned_stays_a_variable() {
    MethodNode code =
        code(
            LAMBDA,
            "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;",
            "ACONST_NULL\nASTORE 0\nALOAD 0\nARETURN");
    user("", code, MADE);
    assertThat(replaced(code)).contains("  ASTORE 0\n  ALOAD 0\n");
  }

  @Test
  void other_variables_are_no_yielders() {
    MethodNode code =
        code(
            LAMBDA,
            "lambda$0(Lp/Item;Ldev/weft/Yielder;)Ljava/lang/Object;",
            "ALOAD 0\nASTORE 2\nALOAD 2\nARETURN");
    user("Lp/Item;", code, MADE);
    assertThat(replaced(code)).contains("  ALOAD 0\n  ASTORE 2\n  ALOAD 2\n");
  }

  @Test
  void a_line_between_the_lambda_and_the_call_does_not_matter_but_a_jump_does() {
    MethodNode code =
        code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode user = user("", code, "LINE 3\n" + MADE);
    assertThat(replaced(user)).contains("lambda$0()Ldev/weft/Generator;");
    assertStays(
        "", "(Ldev/weft/Yielder;)Ljava/lang/Object;", LAMBDA, "FRAME | dev/weft/Body\n" + MADE);
  }

  @Test
  void one_that_goes_elsewhere_stays() {
    String body = "(Ldev/weft/Yielder;)Ljava/lang/Object;";
    assertStays("", body, LAMBDA, "ARETURN");
    assertStays("", body, LAMBDA, "");
    assertStays("", body, LAMBDA, "INVOKESTATIC p/Other." + OF + "\nARETURN");
    assertStays(
        "", body, LAMBDA, "INVOKESTATIC dev/weft/Generator.of(Ljava/lang/Object;)V\nRETURN");
    assertStays("", body, LAMBDA, "POP\n" + MADE);
    assertStays("", body, LAMBDA, "NOP\n" + MADE);
  }

  @Test
  void code_that_is_not_the_lambdas_own_stays() {
    String body = "(ILdev/weft/Yielder;)Ljava/lang/Object;";
    assertStays("I", body, Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, MADE);
    assertStays("I", body, Opcodes.ACC_SYNTHETIC | Opcodes.ACC_STATIC, MADE);
    assertStays("J", body, LAMBDA, MADE);
    assertStays("", body, LAMBDA, MADE);
    assertStays("I", "(ILjava/lang/Object;)Ljava/lang/Object;", LAMBDA, MADE);
  }

  private void assertStays(String captured, String descriptor, int access, String listing) {
    type.methods.clear();
    MethodNode code = code(access, "code" + descriptor, "ACONST_NULL\nARETURN");
    MethodNode user = user(captured, code, listing);
    String before = Disassembly.of(user);
    assertThat(replaced(user)).isEqualTo(before);
    assertThat(code.desc).isEqualTo(descriptor);
  }

  @Test
  void what_another_bootstrap_method_makes_stays() {
    MethodNode code =
        code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode user = user("p/Factory", "", code, MADE);
    assertThat(replaced(user)).contains("INVOKEDYNAMIC");
  }

  @Test
  void what_names_no_method_stays() {
    MethodNode code =
        code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode user = user("", code, MADE);
    ((InvokeDynamicInsnNode) user.instructions.getFirst()).bsmArgs[1] = "text";
    assertThat(replaced(user)).contains("INVOKEDYNAMIC");
  }

  @Test
  void all_sites_of_one_lambda_call_the_method() {
    MethodNode code =
        code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode first = user("", code, MADE);
    MethodNode second = user("", code, MADE);
    GeneratorLambdas.replace(type);
    assertThat(Disassembly.of(first)).doesNotContain("INVOKEDYNAMIC");
    assertThat(Disassembly.of(second)).doesNotContain("INVOKEDYNAMIC");
  }

  @Test
  void code_that_is_used_in_another_way_too_stays() {
    MethodNode code =
        code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode first = user("", code, MADE);
    user("", code, "ARETURN");
    AbstractInsnNode lambda = first.instructions.getFirst();
    GeneratorLambdas.replace(type);
    assertThat(first.instructions.getFirst()).isSameAs(lambda);
    assertThat(code.desc).isEqualTo("(Ldev/weft/Yielder;)Ljava/lang/Object;");
  }

  @Test
  void another_use_of_another_method_does_not_matter() {
    MethodNode code =
        code(LAMBDA, "lambda$0(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode other =
        code(LAMBDA, "lambda$1(Ldev/weft/Yielder;)Ljava/lang/Object;", "ALOAD 0\nARETURN");
    MethodNode longer =
        code(LAMBDA, "lambda$0(ILdev/weft/Yielder;)Ljava/lang/Object;", "ACONST_NULL\nARETURN");
    user("", other, "ARETURN");
    user("I", longer, "ARETURN");
    assertThat(replaced(user("", code, MADE))).doesNotContain("INVOKEDYNAMIC");
  }
}
