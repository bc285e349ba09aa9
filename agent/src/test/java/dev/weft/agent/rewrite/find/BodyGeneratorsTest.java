package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Disassembly;
import dev.weft.agent.rewrite.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Generators of bodies in variables, as the class that makes them makes them itself. */
class BodyGeneratorsTest {
  private static final String OF =
      "ALOAD 0\nINVOKESTATIC dev/weft/Generator.of(Ldev/weft/Body;)Ldev/weft/Generator;\nARETURN";

  private final ClassNode type = new ClassNode();

  BodyGeneratorsTest() {
    type.name = "p/Type";
  }

  private MethodNode method(String listing) {
    MethodNode method = Listing.method("m(Ldev/weft/Body;)Ldev/weft/Generator;", listing);
    type.methods.add(method);
    return method;
  }

  private MethodNode added() {
    return type.methods.get(type.methods.size() - 1);
  }

  @Test
  void the_call_becomes_one_of_a_method_of_the_class_that_refuses_null_as_the_library_does() {
    MethodNode method = method(OF);
    BodyGenerators.replace(type);
    assertThat(Disassembly.of(method))
        .isEqualTo(
            """
              ALOAD 0
              DUP
              LDC "body"
              INVOKESTATIC java/util/Objects.requireNonNull(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;
              POP
              INVOKESTATIC p/Type.generator$of(Ldev/weft/Body;)Ldev/weft/Generator;
              ARETURN
            """);
  }

  @Test
  void that_method_is_a_generator_method_that_runs_the_body() {
    method(OF);
    BodyGenerators.replace(type);
    assertThat(Disassembly.of(added()))
        .isEqualTo(
            """
              ALOAD 0
              INVOKESTATIC dev/weft/Coroutines.current()Ldev/weft/Yielder;
              INVOKEINTERFACE dev/weft/Body.run(Ldev/weft/Yielder;)Ljava/lang/Object;
              INVOKESTATIC dev/weft/Coroutines.done(Ljava/lang/Object;)Ldev/weft/Generator;
              ARETURN
            """);
    assertThat(added().visibleAnnotations)
        .extracting(annotation -> annotation.desc)
        .containsExactly("Ldev/weft/Coroutine;");
  }

  @Test
  void one_that_returns_nothing_has_a_method_of_its_own() {
    method(OF.replace("of(Ldev/weft/Body;)", "each(Ldev/weft/VoidBody;)"));
    BodyGenerators.replace(type);
    assertThat(added().name + added().desc)
        .isEqualTo("generator$each(Ldev/weft/VoidBody;)Ldev/weft/Generator;");
    assertThat(Disassembly.of(added()))
        .contains("dev/weft/VoidBody.run(Ldev/weft/Yielder;)V", "dev/weft/Coroutines.done()");
  }

  @Test
  void all_calls_of_a_class_share_it() {
    method(OF);
    method(OF);
    BodyGenerators.replace(type);
    assertThat(type.methods)
        .extracting(method -> method.name)
        .isEqualTo(List.of("m", "m", "generator$of"));
  }

  @Test
  void an_interface_calls_a_method_of_an_interface() {
    type.access = Opcodes.ACC_INTERFACE;
    MethodNode method = method(OF);
    BodyGenerators.replace(type);
    MethodInsnNode call = (MethodInsnNode) method.instructions.getLast().getPrevious();
    assertThat(call.owner).isEqualTo("p/Type");
    assertThat(call.itf).isTrue();
  }

  @Test
  void nothing_else_is_changed() {
    MethodNode method = method("ACONST_NULL\nARETURN");
    BodyGenerators.replace(type);
    assertThat(type.methods).containsExactly(method);
  }
}
