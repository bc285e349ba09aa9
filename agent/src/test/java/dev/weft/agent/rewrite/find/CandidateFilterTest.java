package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaving.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which classes are looked at more closely. */
@Case("XC-04")
class CandidateFilterTest {
  private static final Handle METAFACTORY =
      new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "m", "()V", false);

  private final Map<String, byte[]> files = new HashMap<>();
  private final List<String> read = new ArrayList<>();
  private final CandidateFilter filter =
      new CandidateFilter(
          new ClassIndex(
              name -> {
                read.add(name);
                return Optional.ofNullable(files.get(name));
              },
              CoroutinePolicy.ANNOTATED));

  private static ClassWriter type(String name, String parent, String... interfaces) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_ABSTRACT, name, null, parent, interfaces);
    return type;
  }

  private static ClassWriter annotated(String name) {
    ClassWriter type = type(name, "java/lang/Object");
    MethodVisitor method = type.visitMethod(Opcodes.ACC_ABSTRACT, "run", "()V", null, null);
    AnnotationVisitor annotation = method.visitAnnotation("Ldev/weft/Coroutine;", true);
    annotation.visitEnd();
    return type;
  }

  private static ClassWriter withLambdaOf(String face) {
    ClassWriter type = type("p/A", "java/lang/Object");
    type.newInvokeDynamic("run", "()L" + face + ";", METAFACTORY);
    return type;
  }

  private void library() {
    files.put("dev/weft/Coroutines", type("dev/weft/Coroutines", "java/lang/Object").toByteArray());
  }

  @Test
  void one_that_names_the_library_is_one_and_nothing_is_read() {
    ClassWriter type = type("p/A", "java/lang/Object");
    type.newClass("dev/weft/Generator");
    assertThat(filter.accepts(type.toByteArray())).isTrue();
    assertThat(filter.accepts(annotated("p/B").toByteArray())).isTrue();
    assertThat(read).isEmpty();
  }

  @Test
  void one_that_has_nothing_to_do_with_it_is_none_and_nothing_is_read() {
    assertThat(filter.accepts(type("p/A", "java/lang/Object").toByteArray())).isFalse();
    assertThat(filter.accepts(type("p/A", "java/util/ArrayList", "java/util/List").toByteArray()))
        .isFalse();
    assertThat(filter.accepts(withLambdaOf("java/util/function/Supplier").toByteArray())).isFalse();
    assertThat(read).isEmpty();
  }

  @Test
  void one_whose_supertype_declares_a_coroutine_is_one() {
    library();
    files.put("p/Base", annotated("p/Base").toByteArray());
    files.put("p/Middle", type("p/Middle", "p/Base").toByteArray());
    assertThat(filter.accepts(type("p/A", "p/Middle").toByteArray())).isTrue();
    assertThat(filter.accepts(type("p/A", "java/lang/Object", "p/Base").toByteArray())).isTrue();
    assertThat(filter.accepts(type("p/A", "p/Other").toByteArray())).isFalse();
  }

  @Test
  void so_is_one_with_a_lambda_of_a_coroutine_interface() {
    library();
    files.put("p/Step", annotated("p/Step").toByteArray());
    assertThat(filter.accepts(withLambdaOf("p/Step").toByteArray())).isTrue();
    assertThat(filter.accepts(withLambdaOf("p/Other").toByteArray())).isFalse();
  }

  @Test
  void where_the_library_cannot_be_found_no_supertype_is_read() {
    files.put("p/Base", annotated("p/Base").toByteArray());
    assertThat(filter.accepts(type("p/A", "p/Base").toByteArray())).isFalse();
    assertThat(read).containsExactly("dev/weft/Coroutines");
  }

  @Test
  void a_constant_of_two_entries_is_no_obstacle() {
    ClassWriter type = withLambdaOf("p/Other");
    type.newConst(5L);
    assertThat(filter.accepts(type.toByteArray())).isFalse();
  }

  @Test
  void one_of_a_soaked_program_is_one_where_the_library_can_be_found() {
    CandidateFilter soaked =
        new CandidateFilter(
            new ClassIndex(
                name -> Optional.ofNullable(files.get(name)), new SoakPolicy(List.of("p/"))));
    byte[] type = type("p/A", "java/lang/Object").toByteArray();
    library();
    assertThat(soaked.accepts(type)).isTrue();
    assertThat(soaked.accepts(type("q/A", "java/lang/Object").toByteArray())).isFalse();
    files.clear();
    CandidateFilter without =
        new CandidateFilter(
            new ClassIndex(name -> Optional.empty(), new SoakPolicy(List.of("p/"))));
    assertThat(without.accepts(type)).isFalse();
  }
}
