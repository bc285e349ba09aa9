package dev.weft.everything;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.everything.Figures.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Two libraries that the tests have anyway; and that what is wrong does show. */
class WeaveEverythingTest {
  private static final ClassLoader OURS = WeaveEverythingTest.class.getClassLoader();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Verification verification =
      new Verification(
          OURS, false, Optional.empty(), new PrintStream(log, true, StandardCharsets.UTF_8));

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private void assertClean(Library library, int leastClasses, int leastPoints) {
    Figures figures = verification.verify(library);
    assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(figures.isClean()).isTrue();
    assertThat(figures.get(Column.UNLINKABLE)).isZero();
    assertThat(figures.get(Column.CLASSES)).isGreaterThanOrEqualTo(leastClasses);
    assertThat(figures.get(Column.POINTS)).isGreaterThanOrEqualTo(leastPoints);
  }

  @Test
  void a_jar() throws URISyntaxException {
    assertClean(Library.ofJar(jarOf(ClassNode.class)), 38, 500);
  }

  @Test
  void a_module_of_the_jdk() {
    assertClean(Library.ofModule("java.prefs"), 10, 300);
  }

  private static byte[] type(String superclass, boolean broken) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "p/Type", null, superclass, null);
    MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, "m", "(I)V", null, null);
    method.visitCode();
    method.visitVarInsn(broken ? Opcodes.FLOAD : Opcodes.ILOAD, 0);
    method.visitInsn(Opcodes.POP);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private static LinkageError link(byte[] classFile) {
    Map<String, byte[]> files = Map.of("p/Type", classFile);
    return new LinkingLoader(type -> Optional.ofNullable(files.get(type)), OURS).link("p/Type");
  }

  @Test
  void code_that_the_verifier_refuses_cannot_be_linked() {
    assertThat(link(type("java/lang/Object", false))).isNull();
    assertThat(link(type("java/lang/Object", true))).isInstanceOf(VerifyError.class);
    assertThat(link(type("p/Missing", false))).isInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void what_cannot_be_linked_unwoven_is_not_the_weavers_fault(@TempDir Path directory)
      throws IOException {
    Path jar = directory.resolve("missing.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectory(files.getPath("p"));
      Files.write(files.getPath("p", "Type.class"), type("p/Missing", false));
    }
    Figures figures = verification.verify(Library.ofJar(jar));
    assertThat(figures.get(Column.UNLINKABLE)).isOne();
    assertThat(figures.isClean()).isTrue();
  }
}
