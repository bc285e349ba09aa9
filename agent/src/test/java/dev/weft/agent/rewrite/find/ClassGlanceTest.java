package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** What is told of a class without ASM. */
class ClassGlanceTest {
  private static final Handle METAFACTORY =
      new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "m", "()V", false);

  private static ClassWriter type(String name, String parent, String... interfaces) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_ABSTRACT, name, null, parent, interfaces);
    return type;
  }

  private static ClassGlance glance(ClassWriter type) {
    return ClassGlance.of(type.toByteArray());
  }

  @Test
  void its_name_and_its_supertypes_but_those_of_the_jdk() {
    ClassGlance glance = glance(type("p/A", "p/B", "java/util/List", "p/I", "q/J"));
    assertThat(glance.name()).isEqualTo("p/A");
    assertThat(glance.supertypes()).containsExactly("p/B", "p/I", "q/J");
    assertThat(glance(type("p/A", "java/lang/Object")).supertypes()).isEmpty();
    assertThat(glance(type("module-info", null)).supertypes()).isEmpty();
  }

  @Test
  void what_its_invokedynamic_instructions_evaluate_to() {
    ClassWriter type = type("p/A", "java/lang/Object");
    type.newConst(5L); // takes two numbers
    type.newInvokeDynamic("run", "(Lp/Argument;I)Lp/Step;", METAFACTORY);
    type.newInvokeDynamic("walk", "()Lp/Step;", METAFACTORY);
    type.newInvokeDynamic("get", "()Ljava/util/function/Supplier;", METAFACTORY);
    type.newInvokeDynamic("number", "()I", METAFACTORY);
    type.newInvokeDynamic("array", "()[Lp/Other;", METAFACTORY);
    assertThat(glance(type).evaluated()).containsExactly("p/Step");
  }

  @Test
  void names_of_any_characters() {
    String name = "p/\u00e4\u20ac\ud83d\ude00\ufffd";
    ClassGlance glance = glance(type(name, name + "Base"));
    assertThat(glance.name()).isEqualTo(name);
    assertThat(glance.supertypes()).containsExactly(name + "Base");
  }

  @Test
  void constants_of_all_kinds_are_no_obstacle() {
    ClassWriter type = type("p/A", "p/B");
    type.newConst(1);
    type.newConst(1.5f);
    type.newConst(1.5);
    type.newConst("text");
    type.newMethod("p/C", "m", "()V", true);
    type.newField("p/C", "f", "I");
    type.newMethodType("()V");
    type.newConstantDynamic("c", "I", METAFACTORY);
    type.newModule("m");
    type.newPackage("p");
    assertThat(glance(type).supertypes()).containsExactly("p/B");
  }

  @Test
  void whether_it_names_the_library() {
    assertThat(ClassGlance.namesLibrary(type("p/A", "dev/weft/Generator").toByteArray())).isTrue();
    assertThat(ClassGlance.namesLibrary(type("p/A", "dev/other/Weft").toByteArray())).isFalse();
  }
}
