package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.ClosedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Woven ahead of time, a program needs nothing that a native image cannot do: all of its classes
 * are class files, and no code is linked, or found by its name, at run time.
 */
class ClosedWorldIT {
  /** Of lambdas, concatenations and records: native images link those when they are built. */
  private static final Set<String> LINKED_BY_IMAGES =
      Set.of(
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/StringConcatFactory",
          "java/lang/runtime/ObjectMethods");

  private static final Set<String> REFLECTIVE_METHODS_OF_CLASS =
      Set.of("forName", "getDeclaredMethods", "getDeclaredMethod", "getDeclaredFields");

  @TempDir private Path directory;

  private ClassDirectory classes = new ClassDirectory(Path.of(""));

  @BeforeEach
  void weave() {
    classes = ClassDirectory.of(directory.resolve("classes"), ClosedWorld.class);
    String core = ForkedJvm.jar("weft.core.jar").toString();
    ForkedJvm.commandLine("weave", classes.path().toString(), "-cp", core).output();
  }

  /** But for the lambdas that javac leaves to the JDK, which images link when they are built. */
  @Test
  void no_class_is_made_while_the_program_runs() throws IOException {
    Path log = directory.resolve("loaded.txt");
    String output =
        ForkedJvm.plain()
            .first(classes.path())
            .with("-Xlog:class+load:file=" + log + ":none")
            .run(ClosedWorld.class)
            .output();
    assertThat(output.strip()).isEqualTo(ClosedWorld.EXPECTED);
    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded)
        .anyMatch(line -> line.startsWith("dev.weft.programs.ClosedWorld$$Weft$all$"))
        .anyMatch(line -> line.startsWith("dev.weft.programs.ClosedWorld$Speaker$$Weft$speak$"))
        .anyMatch(line -> line.startsWith("dev.weft.runtime.Overrides "))
        .filteredOn(line -> line.startsWith("dev.weft.") && !line.contains("$$Lambda"))
        .allMatch(line -> line.contains(" source: file:"));
  }

  @Test
  void what_is_woven_links_and_reflects_nothing() throws IOException {
    try (Stream<Path> files = Files.walk(classes.path())) {
      List<ClassNode> woven = files.filter(Files::isRegularFile).map(ClosedWorldIT::read).toList();
      assertThat(woven).hasSizeGreaterThan(6);
      assertThat(classesWith(woven, ClosedWorldIT::links)).isEmpty();
      assertThat(classesWith(woven, ClosedWorldIT::reflects)).isEmpty();
    }
  }

  /**
   * Companions defines classes for the agent, BrokenChain words an error. Mocks looks for Mockito
   * by its name, and Overrides looks for overrides that were not woven: without metadata for them,
   * a native image has neither.
   */
  @Test
  void the_library_reflects_in_four_classes_only() throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(ForkedJvm.jar("weft.core.jar"));
        Stream<Path> files = Files.walk(jar.getPath("/dev/weft"))) {
      List<ClassNode> library =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(ClosedWorldIT::read)
              .toList();
      assertThat(classesWith(library, ClosedWorldIT::links)).isEmpty();
      assertThat(classesWith(library, ClosedWorldIT::reflects))
          .containsExactly(
              "dev/weft/runtime/BrokenChain",
              "dev/weft/runtime/Companions",
              "dev/weft/runtime/Mocks",
              "dev/weft/runtime/Overrides");
    }
  }

  private static ClassNode read(Path file) {
    ClassNode type = new ClassNode();
    try {
      new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return type;
  }

  private static Set<String> classesWith(
      List<ClassNode> classes, Predicate<AbstractInsnNode> property) {
    Set<String> names = new TreeSet<>();
    for (ClassNode type : classes) {
      type.methods.stream()
          .flatMap(method -> Stream.of(method.instructions.toArray()))
          .filter(property)
          .forEach(instruction -> names.add(type.name));
    }
    return names;
  }

  /** Whether an instruction is linked at run time. */
  private static boolean links(AbstractInsnNode instruction) {
    return instruction instanceof InvokeDynamicInsnNode site
        && !LINKED_BY_IMAGES.contains(site.bsm.getOwner());
  }

  /** A fence is a method of VarHandle, too, but needs no handle. */
  private static boolean reflects(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && !call.name.endsWith("Fence")
        && (call.owner.startsWith("java/lang/reflect/")
            || call.owner.startsWith("java/lang/invoke/")
            || (call.owner.equals("java/lang/Class")
                && REFLECTIVE_METHODS_OF_CLASS.contains(call.name)));
  }
}
